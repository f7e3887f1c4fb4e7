# The program's texts, in English. A message refers to no other message.

### Faults of a policy pack

pack-help = Did you mean `{ $suggestion }`?
pack-syntax = This is not valid TOML: { $detail }
pack-text-syntax = This text is not a valid Fluent pattern: { $detail }
pack-missing-file = This file is missing from the pack
pack-missing-key = The key `{ $key }` is missing here
pack-unknown-key = The key `{ $key }` is unknown here
pack-unknown-word = `{ $value }` is not in the list `{ $list }`
pack-wrong-type =
    { $expected ->
        [text] A text in quotes belongs here
        [texts] A list of texts belongs here, such as ["one", "two"]
        [number] A whole number from 0 to 65535 belongs here
        [boolean] true or false belongs here
        [date] A date belongs here, such as "2020-06-01"
        [tables] A header in double brackets belongs here, once or more
        [share] Two numbers belong here, part and whole, such as [3, 4]
        [levels] One level belongs here, or three for the three phases
        [base64] Base64 belongs here
       *[table] A table belongs here
    }
pack-duplicate = `{ $value }` stands here a second time
pack-missing-row = The row for `{ $row }` is missing: every `{ $list }` has one
pack-too-many = The list `{ $list }` is too long: it can hold 255 entries
pack-one-language =
    { $lang ->
        [nl] `{ $key }` lacks its Dutch text
       *[en] `{ $key }` lacks its English text
    }
pack-format = This program reads packs of format { $expected }
pack-not-a-code = `{ $value }` is not a code: that is a capital letter and three digits, such as R301
pack-head-after-table = `{ $key }` belongs above the first header in brackets; below it the key is not read
pack-empty-list = The list `{ $list }` is empty, but this policy uses it
pack-meaning-missing = No entry of the list `{ $list }` has the meaning `{ $value }`
pack-meaning-twice = More than one entry of the list `{ $list }` has the meaning `{ $value }`
pack-nothing-fits = No profile fits the core task `{ $task }`
pack-reach-gap = The reach `{ $reach }` must begin at { $expected } and end there or later
pack-reach-end = The last reach must end at { $expected }, the number of units
pack-reach-local = The reach `{ $reach }` is `local` where no adoption region is needed, and not otherwise
pack-scope-not-required = The profile `{ $profile }` is in `whole-scope-for` but not in `required-by`
pack-no-parts = Without parts, `one-or-more` cannot be asked

### Lists

list-and = and
