# The program's texts, in English. A message refers to no other message.

### Faults of files that people write: packs and `kader.toml`

file-help = Did you mean `{ $suggestion }`?
file-syntax =
    { $why ->
        [open] This is not valid TOML: a bracket is not closed
        [string] This is not valid TOML: a text in quotes is not closed
        [twice] This is not valid TOML: this key stands here twice
        [value] This is not valid TOML: this key has no value; `=` comes between the two
        [line] This is not valid TOML: a line holds one key with its value
        [day] This is not valid TOML: there is no such day; a day is written as `2026-01-31`
       *[other] This is not valid TOML
    }
file-syntax-bare = Text stands between quotes in TOML: `"{ $value }"`
pack-text-syntax = This text is not a valid Fluent pattern: { $detail }
pack-missing-file = This file is missing from the pack
pack-not-found = There is no such folder
pack-no-folder = This is a file; a pack is a folder with `pack.toml` in it
pack-none = This folder is no pack: it has no `pack.toml`
pack-none-near = This folder is no pack: it has no `pack.toml`, only `{ $file }`
pack-unreadable = This cannot be read: { $detail }
pack-not-utf8 = This file is not valid UTF-8
pack-too-large = This file is larger than 4 MiB
pack-stray-file = This file has no place in a pack
pack-stray-folder = This folder has no place in a pack
file-missing-key = The key `{ $key }` is missing here
file-unknown-key = The key `{ $key }` is unknown here
file-unknown-word = `{ $value }` is not in the list `{ $list }`
file-wrong-type =
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
file-duplicate = `{ $value }` stands here a second time
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
pack-unused-group = `{ $what }` belongs to the group `{ $group }`, which this policy does not use
pack-group-needs = The group `{ $group }` needs the group `{ $needed }`, too
proof-finding-missing = This finding is expected, but not found: `{ $finding }`
proof-finding-extra = This finding is found, but not expected: `{ $finding }`
proof-finding-order = The findings stand in another order: { $findings }
proof-fails-silent = { $code } finds nothing in this example under `fails`
proof-passes-fires = { $code } finds something in this example under `passes`
proof-parameter = This text uses `${ $parameter }`, which a finding of the examples does not supply
proof-label =
    { $lang ->
        [nl] `related.{ $label }` lacks its Dutch text, but a finding of the examples names that place
       *[en] `related.{ $label }` lacks its English text, but a finding of the examples names that place
    }
proof-fix-stays = The fix of this example does not remove its finding
proof-fix-unseen = The rule says that it has a fix. None of its examples shows one
proof-fix-breaks = After the fix of this example the document is no longer valid JSON
proof-expected = This is no list of findings: { $detail }
proof-not-listed = The document `{ $file }` is not in this list
proof-document-missing = For `{ $file }` this is expected, but not found: `{ $finding }`
proof-document-extra = For `{ $file }` this is found, but not expected: `{ $finding }`
proof-document-order = For `{ $file }` this is found at another place in the order: `{ $finding }`
proof-accepted-missing = For `{ $file }` this is expected to be accepted by a deviation, but is not: `{ $finding }`
proof-accepted-extra = For `{ $file }` a deviation accepts this, but that is not expected: `{ $finding }`

file-no-word = `{ $value }` is not a value of `{ $key }`; known here: { $words }
file-unknown-level = `{ $value }` is not a level; those are error, warning, info, hint and off

### Faults of `kader.toml`

config-unknown-rule = `{ $value }` names no rule: a code, a name or the beginning of codes belongs here
config-no-selector = A rule is missing here: a code, a name or the beginning of codes
config-empty-path = The path of a file belongs here
config-later = This version of kader does not read `{ $key }` yet. Take the key out: else something other than what stands here would hold in silence
config-not-version = `{ $value }` asks for no version, such as ">=0.1.0" or "0.1"
config-version = This file asks for kader { $required }, and this is kader { $version }. Update kader, or change `required-version`
config-no-pack =
    { $why ->
        [missing] This folder does not exist: a folder with a policy pack belongs here, seen from the folder of this file
        [denied] Access to this folder is denied
       *[other] This is no folder: the folder of a policy pack belongs here
    }
config-no-size = A size belongs here: a number of bytes, or a text such as "20 MiB" or "500 KB"
config-size-zero = With a size of 0 no document can be read
config-glob =
    { $why ->
        [class] This is no pattern of files: `[` is not closed with `]`
        [range] This is no pattern of files: in a range between `[` and `]` the first character comes behind the last
        [braces] This is no pattern of files: a `{ "{" }` or `{ "}" }` stands alone
        [escape] This is no pattern of files: nothing follows the last `\`
       *[other] This is no pattern of files
    }
config-glob-empty = An empty pattern fits no file
config-glob-negated = A pattern cannot begin with an exclamation mark here: patterns only add
config-loop = This closes a loop: `{ $file }` is being read already, and extends this file, directly or through others
config-extends =
    { $why ->
        [missing] This file does not exist; a path holds from the folder of the file in which it stands
        [denied] Access to this file is denied
        [folder] This is a folder: the path of a file belongs here
        [large] This file is larger than 1 MiB, and that is no configuration
       *[other] This file cannot be read: { $detail }
    }
config-unreadable =
    { $why ->
        [missing] there is no such file
        [denied] access is denied
        [folder] this is a folder
        [large] this file is larger than 1 MiB, and that is no configuration
       *[other] reading failed: { $detail }
    }
config-not-utf8 = From here on this is not valid UTF-8; save the file as UTF-8

### What the keys of `kader.toml` are

config-title = Settings of kader (kader.toml)
config-about = What holds for the agreements in this folder and below it. The nearest file above an agreement counts.
config-sample = A line behind a sign # does not hold. Take the sign away to use it.
config-about-policy = The policy to check against: the id of one that the program carries, or the path of a policy pack's folder.
config-about-extends = The path of another configuration file, whose keys hold as far as they do not stand here.
config-about-lang = The language of all texts: nl or en.
config-about-as-of = The day to check as of (YYYY-MM-DD); without this key, today.
config-about-include = Which files are documents when folders are searched, as patterns from the folder of this file on. Without this key: **/*.afspraak.json.
config-about-exclude = What is passed over when folders are searched, as patterns from the folder of this file on.
config-about-select = Report these rules only: codes, names or beginnings of codes.
config-about-ignore = Leave these rules out. The more specific of select and ignore wins.
config-about-severity = The level of rules: from a code, a name or a beginning of codes to a level, or to three levels for the three phases.
config-about-fail-on = The level from which on kader exits with status 1.
config-about-baseline = A file of findings that are known and wait, as a path from the folder of this file on. They are counted, and neither shown nor a reason to fail; `kader check --write-baseline` writes it.
config-about-max-size = The greatest size of a document: a number of bytes, or a text such as "20 MiB".
config-about-required-version = The versions of kader that can read this file, such as ">=0.1.0".
config-about-override = What holds besides for files that fit these patterns. A later one wins over an earlier one.
config-about-override-files = The files for which this holds, as patterns from the folder of this file on.
config-about-override-select = Report these rules, too, in these files.
config-about-selector = A code (R301), a name (reach-mismatch) or the beginning of codes (V, V40).

### Lists

list-and = and

### National overview

overview-title = National overview
overview-as-of = As of { $day }
overview-day = As of
overview-counted =
    { $partners ->
        [one] One partner
       *[other] { $partners } partners
    }, { $rows ->
        [one] one cooperation
       *[other] { $rows } cooperations
    }
overview-policies =
    { $count ->
        [0] No cooperation
       *[other] { $count } policies
    }
overview-nothing = There is no cooperation to show.
overview-omitted = Not in this overview
overview-why =
    { $why ->
        [replaced] replaced by another agreement
        [over] its term has passed
        [empty] it holds no cooperation
       *[unread] not readable as an agreement, or under an unknown policy
    }
overview-about-outcome = The outcome is advice from this program and no certificate: the standpoint after an assessment decides.
overview-all = all { $count }
overview-not-assessed = not assessed
overview-verdict =
    { $by ->
        [standpoint] standpoint: { $outcome }
       *[advice] advice: { $outcome }
    }
overview-by =
    { $by ->
        [standpoint] standpoint
       *[advice] advice
    }
overview-no-name = (partner without a name)
overview-beside = { $name } ({ $beside })
overview-column =
    { $column ->
        [name] Partner
        [work] Core task, profile
        [task] Core task
        [profile] Profile
        [count] { $heading }
        [regions] { $heading }
        [talking] In conversation
        [assessment] Assessment
        [adopting] Adoption
        [adoption] Adoption region
        [outcome] Outcome
       *[evaluation] Evaluation
    }
overview-units = regions
overview-matrix = Partners and { $units }
overview-caption = For each partner, core task and profile: how the cooperation with the { $units } stands
overview-scroll = table, scrolls sideways and down
overview-legend = What the marks mean
overview-state =
    { $state ->
        [positive] agreed, positive standpoint
        [conditional] agreed, standpoint on conditions
        [negative] agreed, negative standpoint
        [agreed] agreed, no standpoint
       *[talking] in conversation
    }
overview-adopts = adoption region
overview-past = past
overview-foot =
    { $which ->
        [agreed] Agreed
       *[talking] In conversation
    }
overview-shown =
    { $which ->
        [every] Cooperations: #
        [some] Cooperations: # of #
       *[none] No cooperation fits
    }
overview-rest = Show the other # as well
overview-total =
    { $total ->
        [partners] partners
        [rows] cooperations
        [regions] { $units } with an agreement
        [talking] cooperations in conversation
        [standpoints] with a standpoint
       *[past] with an evaluation that is past
    }
overview-filter = Choose cooperations
overview-filter-by =
    { $what ->
        [partner] Partner
        [region] Region
        [task] Core task
        [profile] Profile
        [assessment] Assessment
       *[outcome] Outcome
    }
overview-sort = Order
overview-sort-by =
    { $what ->
        [place] Partner
        [task-place] Core task
        [profile-place] Profile
        [count] Number of { $units }
       *[evaluation] Next evaluation
    }
overview-reading = How to read this overview
overview-reading-of =
    { $what ->
        [rows] Each line is a partner with one core task under one profile. Documents about the same partner stand together, even where they write its name in other ways.
        [regions] Agreed: the agreement is in execution or has been formalised. The mark says what the latest standpoint is.
        [talking] In conversation: the agreement has not been formalised yet, or it names the region as an intended one.
        [assessment] Assessment: the latest standpoint, and as long as there is none the latest advice, with its date.
        [adoption] Adoption region: the region that makes the arrangements on behalf of the others. It has a border.
        [evaluation] Evaluation: the next one that an agreement names. Where that is before the as-of date, it says that it is past.
       *[current] Only what holds now counts. Supplements belong to their general agreement; what has been replaced or is over stands under “Not in this overview”.
    }
overview-fact =
    { $what ->
        [standing] Standing
        [adds-to] Supplement to
        [regions] { $heading }
        [intended] Intended { $units }
        [adoption] Adoption region
        [assessment] Assessment
        [outcome] Outcome (advice)
       *[evaluation] Next evaluation
    }
overview-formal =
    { $formal ->
        [yes] formal
       *[no] not formal yet: in conversation
    }

### Pages

page-skip = To the content
page-parts = Parts of this page
page-any = All
page-clear = Clear
page-made = Made with kader { $version }. This page works without a network and loads nothing from elsewhere.

### Report for people who read no code

dossier-title = What was found in the agreements
dossier-day = As of
dossier-as-of = As of { $day }.
dossier-own-day = This document is judged as of another day: { $day }.
dossier-policy = { $title }, version { $version }
dossier-judged = Checked against: { $policies }.
dossier-section =
    { $section ->
        [summary] Summary
        [actors] Who is to act
        [accepted] Accepted by deviations
        [failed] Not checked
        [partners] Partners
        [reading] How to read this report
       *[findings] Findings by partner
    }
dossier-none-shown = This report shows no findings
dossier-total =
    { $total ->
        [documents] { $count ->
            [one] document
           *[other] documents
        }
        [error] { $count ->
            [one] error
           *[other] errors
        }
        [warning] { $count ->
            [one] warning
           *[other] warnings
        }
        [info] info
        [hint] { $count ->
            [one] hint
           *[other] hints
        }
        [accepted] accepted
       *[failed] not checked
    }
dossier-column =
    { $column ->
        [partner] Partner
        [actor] To act
        [documents] Documents
        [error] Errors
        [warning] Warnings
        [info] Info
        [hint] Hints
        [accepted] Accepted
       *[all] Total
    }
dossier-accepted-until =
    { $count ->
        [one] One finding
       *[other] { $count } findings
    } { $ends ->
        [yes] up to and including { $day }
       *[no] without an end date
    }
dossier-no-end = without an end date
dossier-no-partner = Partner not known
dossier-author = Whoever writes the document
dossier-note =
    { $note ->
        [why] Why
        [source] Source
        [help] What to do
        [safe] Fix
        [unsafe] Proposal
        [actor] To act
        [see] See also
        [reason] Reason
        [approved] Approved by
       *[until] In force
    }
dossier-fix =
    { $safety ->
        [safe] The program can do this. The meaning stays the same.
       *[unsafe] { $count ->
            [one] Check first whether this is right.
           *[other] Check first which proposal is right.
        }
    }
dossier-together = For these { $count } findings together:
dossier-line = line { $line }
dossier-clean =
    { $why ->
        [hidden] What was found in this document weighs less than what this report shows.
        [known] What was found in this document was known already. It stands in the baseline.
        [accepted] What was found in this document is accepted by a deviation.
       *[clean] Nothing was found in this document.
    }
dossier-filter = Choose findings
dossier-filter-by =
    { $what ->
        [level] Severity
        [actor] To act
       *[text] Text
    }
dossier-shown =
    { $which ->
        [every] { $accepted ->
            [yes] Findings, with those accepted: #
           *[no] Findings: #
        }
        [some] Findings: # of #
       *[none] No finding fits this
    }
dossier-reading-of =
    { $what ->
        [error] Error: this does not fit the policy, or the form of the document. Begin here.
        [warning] Warning: this is not settled yet. Arrange it before the agreement goes on.
        [info] Info: this is good to know. See whether it matters for this agreement.
        [hint] Hint: this can be better, or matters only later.
        [phase] How much something weighs depends on the phase. What is a hint now can be an error in a later phase.
        [actor] To act: who can take the next step. It says nothing about how this came about.
        [rule] The code behind a heading belongs to a rule. `kader explain` and the code explain the rule.
        [deviation] Accepted: the parties deviate here on purpose. The agreement says why.
       *[outcome] Outcome: what the program would advise on a cooperation.
    }

### Report on the terminal

level =
    { $level ->
        [error] error
        [warning] warning
        [info] info
       *[hint] hint
    }
note-why = why
note-source = source
note-source-of = { $citations }, in: { $policy }
note-help = help
note-fix = fix
note-fix-safe = the meaning stays the same
note-fix-unsafe = a proposal: check first whether it is right
note-actor = to act
note-see = see also
note-see-more =
    { $count ->
        [one] one more place
       *[other] { $count } more places
    }
note-mind = note
note-no-excerpt = there is no excerpt: the file has changed since, or can no longer be read
statistics-head =
    { $column ->
        [code] code
        [name] name
        [count] count
       *[title] title
    }
summary-found =
    { $count ->
        [one] One finding
       *[other] { $count } findings
    } in { $documents ->
        [one] one document
       *[other] { $documents } documents
    }
summary-found-of =
    { $count ->
        [one] One finding
       *[other] { $count } findings
    } in { $found } of { $documents } documents
summary-level =
    { $level ->
        [error] { $count ->
            [one] 1 error
           *[other] { $count } errors
        }
        [warning] { $count ->
            [one] 1 warning
           *[other] { $count } warnings
        }
        [info] { $count } info
       *[hint] { $count ->
            [one] 1 hint
           *[other] { $count } hints
        }
    }
summary-clean =
    No findings in { $documents ->
        [one] one document
       *[other] { $documents } documents
    }
summary-no-document = No document was checked
accepted = accepted
accepted-reason = deviation
accepted-by = approved by { $name }
accepted-until = up to and including { $day }
summary-accepted = accepted
summary-accepted-text =
    { $count ->
        [one] one finding, by a deviation
       *[other] { $count } findings, by deviations
    }
summary-known = in baseline
summary-known-text =
    { $count ->
        [one] one finding
       *[other] { $count } findings
    }
summary-hidden = not shown
summary-hidden-text =
    { $count ->
        [one] one finding below the level `{ $level }`
       *[other] { $count } findings below the level `{ $level }`
    }
summary-failed = not checked
summary-actors = to act
summary-next = next
summary-next-syntax =
    { $count ->
        [one] first correct the form of the document with an S error: what cannot be read is not checked
       *[other] first correct the form of the { $count } documents with an S error: what cannot be read is not checked
    }
summary-next-errors =
    { $count ->
        [one] begin with the error; `--min-severity error` shows it alone
       *[other] begin with the { $count } errors; `--min-severity error` shows them alone
    }
summary-next-again =
    { $count ->
        [one] correct the error and check again
       *[other] correct the { $count } errors and check again
    }
summary-next-warnings =
    { $count ->
        [one] there is no error; what is a warning now can be an error in a later phase
       *[other] there are no errors; what is a warning now can be an error in a later phase
    }
summary-next-fix =
    { $count ->
        [one] `kader check --fix` mends 1 finding for you; `--diff` shows first what would change
       *[other] `kader check --fix` mends { $count } findings for you; `--diff` shows first what would change
    }
summary-next-rules = `--statistics` counts the findings by rule; `--select { $code }` shows only the most frequent rule ({ $count } times)
summary-policy = policy

### Reports for other programs

note-more = more
sarif-base = The folder from which paths start: the root of the project
sarif-rest =
    { $count ->
        [one] One more result is left out, of the least severe
       *[other] { $count } more results are left out, of the least severe
    }: programs that read SARIF take at most { $most }
github-notices =
    { $count ->
        [one] 1 notice
       *[other] { $count } notices
    }
github-rest =
    { $count ->
        [one] One more is not shown here
       *[other] { $count } more are not shown here
    } ({ $counts }){ $listed ->
        [yes] {"; the list stands in the summary of this step"}
       *[no] {""}
    }
github-column =
    { $column ->
        [severity] severity
        [place] place
        [rule] rule
       *[finding] finding
    }
github-more =
    { $count ->
        [one] One more finding has no room here.
       *[other] { $count } more findings have no room here.
    }

### Explanations

explain-former = `{ $name }` is a former name. This is now called `{ $id }`.
explain-severity = severity
explain-deviation = deviation
explain-taken = taken from
explain-what = kind
explain-letter = letter in the table
explain-former-names = former names
explain-why = Why
explain-help = How to mend it
explain-conditions = Good to know
explain-fails = An example that is not right
explain-examples-of = The examples below are agreements under the policy `{ $policy }`, and use its words.
explain-of-policy = This belongs to the policy `{ $policy }`, which a document here can name in `kader` (policy), too.
explain-passes = An example that is right
explain-difference = What puts it right
explain-every-phase =
    { $level ->
        [off] not reported in any phase
       *[other] { $level } in every phase
    }
explain-phase = { $level } in `{ $phase }`
explain-off = not reported
explain-variant = in some cases: { $levels }. For example: { $message }
explain-variant-named = in the case `{ $variant }`: { $levels }
explain-actors = { $actor }; in some cases { $others }
explain-actor-varies = depends on the case: { $actors }
explain-deviation-yes = possible, with the reason under `afwijkingen` (deviations)
explain-deviation-no = not possible
explain-deviation-unless = possible, with the reason under `afwijkingen` (deviations); but not where a national body decides
explain-fix-none = by hand
explain-fix-safe = the program can do it; the meaning stays the same
explain-fix-unsafe = the program makes a proposal; check first whether it is right
explain-silences =
    { $count ->
        [one] Where this rule reports something, { $rules } is silent.
       *[other] Where this rule reports something, { $rules } are silent.
    }
explain-silenced =
    { $count ->
        [one] This rule is silent where { $rules } reports something.
       *[other] This rule is silent where one of these reports something: { $rules }.
    }
explain-rests-on = This rule looks at what other rules find: { $rules }.
explain-exempt-supplement = This rule does not look at a supplement to another agreement.
explain-exempt-adhoc = This rule does not look at an agreement with temporary cooperations only.
explain-over = This rule looks at an agreement that is over, too.
explain-uncapped = This rule weighs the same for an agreement that was formalised before the policy was in force.
explain-left-off = This policy does not use this rule.
explain-left-group = This rule is about the group `{ $group }` of the document, which this policy does not use.
explain-or = or
explain-profile-asks = What this profile means
explain-profile-organisation = Information at the partner: { $value }.
explain-profile-any-organisation = How the partner has organised its information does not matter.
explain-profile-own-picture = The partner directs its own picture.
explain-profile-no-own-picture = The partner directs no picture of its own.
explain-profile-read = Reading in the shared system, at most: { $value }.
explain-profile-write = Writing in the shared system, at most: { $value }.
explain-profile-as-a-rule = These rights hold as a rule; more is a warning and no error.
explain-profile-information = Contact for information: { $value }.
explain-profile-no-information = A contact for information is not asked.
explain-profile-coordination = Contact for coordination: { $value }.
explain-profile-no-coordination = A contact for coordination is not asked.
explain-profile-on-call = The contacts are on call.
explain-profile-assessable = The cooperation can be assessed.
explain-profile-not-assessable = The cooperation is not assessed.
explain-profile-temporary = The cooperation is temporary, on the other side's conditions.
explain-profile-joins = The partner joins independently, or through another partner or a process.
explain-profile-crisis-structure = The partner has a crisis structure of its own.
explain-profile-count =
    { $count ->
        [0] It asks for no preconditions.
        [one] It asks for one precondition.
       *[other] It asks for { $count } preconditions.
    }
explain-fits =
    { $what ->
        [profile] Profiles that fit
       *[other] Core tasks that fit
    }
explain-disputed =
    { $what ->
        [profile] Profiles on which the policy is not consistent
       *[other] Core tasks on which the policy is not consistent
    }
explain-no-preconditions = This profile requires no preconditions.
explain-required = Preconditions: { $dimension }
explain-waived = { $name }; not where the partner joins through another and holds no right
explain-chain = This core task usually belongs to: { $chain }.
explain-hint = There used to be `{ $name }`, too. { $hint }.
explain-list =
    { $list ->
        [core-task] core task (`kerntaak`)
        [profile] profile (`profiel`)
        [reach] reach (`reikwijdte`)
        [phase] phase (`fase`)
        [chain] chain (`partner.keten`)
        [organisation] organisation of information (`informatieorganisatie`)
        [read-right] right to read (`lcms.lezen`)
        [write-right] right to write (`lcms.schrijven`)
        [role] role of a contact (`rol`)
        [route] way of joining (`aansluiting.wijze`)
        [through] kind of joining through another (`aansluiting.via.soort`)
        [dimension] dimension of preconditions (key in `randvoorwaarden`)
        [status] status of a precondition (`status`)
        [responsible] responsible for a precondition (`verantwoordelijke`)
        [scope] scope of a precondition (`bereik`)
        [principle] principle (key in `beginselen`)
        [outcome] outcome of an assessment (`advies`, `standpunt.besluit`)
        [body] body that takes a standpoint (`standpunt.door`)
        [actor] who may have to act (in reports)
       *[party] party (`partij`, `deelnemers`)
    }
explain-others = Other possibilities: { $others }.
explain-order-rights = From low to high: { $others }.
explain-order-phases = The phases in their order: { $others }.
explain-right = Profiles that give this right
explain-role = Profiles that this role fits
explain-dimension = Preconditions in this dimension
explain-reach-heading = What this reach means
explain-reach-units =
    { $least ->
        [one] At least one region, and at most { $most }.
       *[other] At least { $least } regions, and at most { $most }.
    }
explain-reach-exactly =
    { $all ->
        [yes] All { $count } regions.
       *[no] { $count ->
            [one] Exactly one region.
           *[other] Exactly { $count } regions.
        }
    }
explain-reach-adoption = The partner makes the arrangements with an adoption region, which does so on behalf of all regions.
explain-reach-direct = The partner makes the arrangements with each region itself.
explain-reach-work-area = A partner that may have a task in any region has this reach, too.
explain-reach-deadline = The target date for formalising the arrangements is { $value }.
explain-reach-assessed = An assessment is asked from { $value }.
explain-reach-body = The standpoint after an assessment is taken by: { $value }.
explain-region = region { $number } of { $count }
explain-region-code = in a document
explain-region-written = `"{ $code }"`
explain-region-aliases = other names
explain-region-all = A document names a region by its code: `"regios": ["{ $code }"]`. The name is no valid value there. All regions together are `"{ $all }"`.
explain-precondition = precondition
explain-in-dimension = dimension
explain-required-by = required by
explain-required-by-none = no profile
explain-scope = scope
explain-scope-whole = for { $profiles } it holds for the whole organisation
explain-safeguard = safeguard
explain-safeguard-always = needed for any right in the shared system
explain-safeguard-training = needed, as training, for any right in the shared system
explain-waived-via = A partner that joins through another and holds no right can do without it.
explain-parts =
    { $rule ->
        [one-or-more] Parts, at least one of which is filled in
        [open] { $count ->
            [one] Part that must be filled in; others may be added
           *[other] Parts that must all be filled in; others may be added
        }
       *[all] { $count ->
            [one] Part that must be filled in
           *[other] Parts that must all be filled in
        }
    }
explain-rules-about = Rules that look at it
explain-family =
    { $family ->
        [S] S: the file as JSON
        [D] D: the form of the document
        [P] P: profile and core task
        [R] R: reach, adoption region and term
        [V] V: preconditions and principles
        [L] L: rights in the shared system and contacts
        [T] T: assessment and dates
        [W] W: agreements side by side
        [A] A: deviations
       *[other] { $family }: own rules
    }
explain-column =
    { $column ->
        [code] code
        [name] name
        [title] title
        [severity] severity
        [actor] to act
        [deviation] deviation
       *[fix] fix
    }
explain-varies = different in some cases
explain-acts = to act: { $actor }
explain-deviates = deviation: { $deviation }
explain-fixed = fix: { $fix }
explain-actor-from-check = depends on the case
explain-short-deviation =
    { $deviation ->
        [yes] possible
        [no] not possible
       *[unless] mostly possible
    }
explain-short-fix =
    { $fix ->
        [safe] safe
        [unsafe] as a proposal
       *[none] by hand
    }
explain-more-rules = `kader explain CODE` explains a rule, with examples.
explain-part = This is a part of the precondition { $name }.
explain-part-more = More about the precondition: `kader explain { $id }`.

### What the advice would be

assess-title = What the advice would be, per cooperation
assess-day = As of
assess-others-short = Other profiles that fit
assess-steps-short = What to do now
assess-as-of = As of { $day }.
assess-advice-only = This is advice of the program, based on what the agreements say. It is no assessment and no certificate: those are for the assessor and for whoever takes the standpoint.
assess-totals =
    { $documents ->
        [0] No document was weighed
       *[other] { $cooperations ->
            [0] No cooperation was weighed
            [one] One cooperation
           *[other] { $cooperations } cooperations
        } in { $documents ->
            [one] one document
           *[other] { $documents } documents
        }
    }
assess-total =
    { $outcome ->
        [none] { $count } without an outcome
       *[other] { $count } with outcome "{ $outcome }"
    }
assess-failures = Not weighed
assess-unread = This document could not be read as an agreement, or it names a policy that is not known here. `kader check` says what is wrong with it.
assess-no-cooperation = No cooperation can be read in this document.
assess-currency =
    { $currency ->
        [over] This agreement is over. It was weighed as if it still ran.
       *[replaced] Another agreement has replaced this one. It was weighed as if that were not so.
    }
assess-folded = This is a supplement to `{ $parent }`. It was weighed as a part of that agreement.
assess-no-task = core task unknown
assess-no-profile = without a profile
assess-none = cannot be given
assess-why =
    { $why ->
        [not-assessable] A cooperation of this profile is not assessed
        [profile-missing] No profile has been chosen yet
        [profile-bad] What stands at `profiel` (profile) is no known profile
        [in-doubt] The profile does not fit the core task
        [broken] The document's form is broken, so that not everything can be read
        [no-parent] This is a supplement, and the general agreement to which it adds is not found here as the only current one
       *[parent-broken] This is a supplement, and the general agreement to which it adds cannot be read well
    }
assess-supposed =
    { $how ->
        [asked] Weighed as if the profile { $profile } had been chosen
        [unknown] This policy does not know the profile { $profile }
        [no-task] The core task is not known, so neither is whether the profile { $profile } fits it
       *[not-fitting] The profile { $profile } does not fit this core task
    }
assess-by-own = Weighed by the agreement's own profile
assess-outcome = outcome
assess-preconditions = preconditions
assess-dimension = dimension
assess-obstacles = also counts
assess-excused = accepted
assess-next-label = still needed
assess-count =
    { $required ->
        [0] this profile asks for no preconditions
       *[other] { $met } of { $required } { $met ->
            [one] is met
           *[other] are met
        }
    }
assess-met = met: { $preconditions }
assess-missing = not in the agreement: { $preconditions }
assess-unreadable = still open: { $precondition }. What stands here cannot be read well
assess-open = still open: { $precondition }. { $findings }
assess-accepted =
    { $ends ->
        [yes] { $what } (by a deviation from { $codes }, up to and including { $until })
       *[no] { $what } (by a deviation from { $codes })
    }
assess-next =
    { $needs ->
        [preconditions] for the outcome "{ $outcome }": { $count ->
            [one] one more precondition
           *[other] { $count } more preconditions
        }
        [findings] for the outcome "{ $outcome }": a solution for { $codes }
       *[both] for the outcome "{ $outcome }": { $count ->
            [one] one more precondition
           *[other] { $count } more preconditions
        }, and a solution for { $codes }
    }
assess-others = Other profiles that fit ({ $cooperation })
assess-lacks = Still open: { $preconditions }
assess-besides = Also counts: { $codes }
assess-excused-besides = Accepted by a deviation: { $codes }
assess-steps = What to do now ({ $cooperation })
assess-steps-agreement = What to do now for the agreement as a whole
assess-by = by { $date }: { $what }
assess-was-due = the date has passed ({ $date }): { $what }
assess-step-state = arrange { $preconditions } and put that in the agreement, with status `{ $status }`
assess-step-clarify = mend what stands at { $preconditions }, so that it can be read
assess-step-arrange = arrange { $preconditions } before the deviation ends
assess-step-settle = settle what a deviation from { $code } still accepts, before it ends: { $message }
assess-step-renew = renew { $preconditions } before it expires
assess-step-reassess = assess the cooperation again
assess-step-evaluate = evaluate the cooperation

### The register of deviations

deviations-title = Deviations as of { $day }
deviations-count =
    { $count ->
        [0] There are no deviations
        [one] One deviation
       *[other] { $count } deviations in { $documents ->
            [one] one document
           *[other] { $documents } documents
        }
    }
deviations-due =
    { $count ->
        [0] Only deviations that end on { $day } or have ended before are shown.
        [one] Only deviations that end within one day are shown: on { $day } at the latest. Those that have ended are among them.
       *[other] Only deviations that end within { $count } days are shown: on { $day } at the latest. Those that have ended are among them.
    }
deviations-state =
    { $state ->
        [in-force] in force
        [unused] unused: nothing is found that it covers
        [expired] ended
        [not-current] at rest: the agreement is over or has been replaced
        [not-allowed] not allowed: its rule can have no deviation
        [unknown-rule] of no effect: the rule does not exist
       *[faulty] of no effect: something in it is missing or wrong
    }
deviations-state-until =
    { $state ->
        [in-force] in force up to and including { $day }
        [unused] unused: nothing is found that it covers; it would hold up to and including { $day }
       *[expired] { $whole ->
            [yes] ended on { $day }
           *[no] ended with { $day }
        }
    }
deviations-state-count =
    { $state ->
        [in-force] { $count } in force
        [unused] { $count } unused
        [expired] { $count } ended
        [not-current] { $count } at rest
        [not-allowed] { $count } not allowed
        [unknown-rule] { $count } with an unknown rule
       *[faulty] { $count } with a fault
    }
deviations-column =
    { $column ->
        [document] document
        [rule] rule
        [place] holds for
        [reason] reason
        [approved] approved by
        [until] until
        [state] state
       *[accepts] accepts
    }
deviations-everywhere = the whole document
deviations-missing = (nothing is stated)
deviations-accepts =
    { $count ->
        [0] nothing
        [one] one finding
       *[other] { $count } findings
    }
deviations-accepted-already = nothing: what it would accept is already accepted by { $pointers }
deviations-accepted = What the deviations accept

### The difference of two versions

diff-title = From { $old } to { $new }
diff-nothing = Nothing is different that kader looks at.
diff-findings = Findings: { $counts }
diff-count =
    { $kind ->
        [new] { $count } new
        [gone] { $count } gone
        [moved] { $count } moved
        [reweighed] { $count } at another level
        [changed] { $count } in other words
        [accepted] { $count } accepted by a deviation now
       *[same] { $count } the same
    }
diff-list =
    { $kind ->
        [new] New findings
        [gone] Findings that are gone
        [moved] Findings that stand at another place
        [reweighed] Findings at another level
        [changed] Findings that say something else now
       *[accepted] Findings that a deviation accepts now
    }
diff-agreement = The agreement
diff-cooperation = Cooperation for { $task }
diff-cooperation-again = Cooperation for { $task } (number { $number })
diff-what =
    { $what ->
        [policy] policy
        [id] id
        [phase] phase
        [reach] reach
        [regions] regions
        [note] note
        [cooperation] cooperation
        [profile] profile
        [met] preconditions
        [now-met] met now
        [no-longer-met] no longer met
       *[outcome] advisory outcome
    }
diff-from-to = { $old } → { $new }
diff-said = before: { $message }
diff-none = (nothing)
diff-no-outcome = (no outcome can be given)
diff-came = added { $list }
diff-went = removed { $list }
diff-met = { $met } of { $count } met
diff-cooperation-new = new
diff-cooperation-gone = gone
diff-other-id = Findings are recognised by the id of the agreement. With another id all of them count as new.
diff-git-missing = this is no file, and git cannot be asked: it is not installed
diff-git-no-repository = this is no file, and the working directory is in no git repository that can be read: { $detail }
diff-git-no-revision = this is no file, and git knows no revision `{ $revision }`
diff-git-no-path = the revision `{ $revision }` has no file `{ $path }`; the path begins at the top of the repository, or with ./
diff-git-link = in the revision `{ $revision }`, `{ $path }` is a link that leads nowhere there: name the file itself
diff-no-form = here belongs a file, or a revision and a path with a colon between them, such as HEAD~1:agreements/a.afspraak.json; the index of git is not read
diff-not-compared = These versions were not compared: one of them cannot be read as an agreement, or names a policy that is not known here.
diff-partly = Not all of these versions can be read (S findings). Only what can be read was compared.
diff-git-failed = git could not give this file: { $detail }

### First files

init-written = Written: { $path }
init-exists = this file exists already; it stays as it is
init-no-folder = this is a file, and no folder
init-gone = this folder does not exist
init-about-pre-commit =
    Checks the agreements of a commit before it is made. Needs pre-commit (https://pre-commit.com), which installs kader by itself.
init-about-pipeline =
    Checks all agreements. The line that installs kader may be another one: whatever puts kader on the search path will do.

### New agreements

new-ending = when the response is scaled down
new-mandate-by = directors of the safety regions concerned
new-written = Written: { $path }. `kader check { $path }` tells what is still to be agreed.
new-no-folder = the folder of this file does not exist
new-policy-not-in-use = what stands here is not checked against this policy: put the line `{ $line }` in kader.toml first
new-assumed = This stands in the agreement though nobody said it. See whether it is right:
new-assumption =
    { $what ->
        [mandate] who gave the adoption region its mandate (`adoptieregio.mandaat.verleendDoor`)
        [ending] when the cooperation ends (`tijdelijk.einde`)
        [evaluation] that there is an evaluation every year (`evaluatie.intervalMaanden`)
       *[arranged] that these preconditions are arranged: { $list }
    }
new-bad-name = `{ $name }` is no name of a partner: a name has letters or digits, and does not stand for something still to come
new-no-id = no id can be made of `{ $name }`, for it has none of the letters a to z: name one with `{ $option }`
new-id-taken = { $path } exists already: choose another id
new-all-beside = `{ $all }` stands for all regions, and no other can stand beside it: name `{ $all }`, or only the regions that are meant
new-answer-missing = an answer is needed here
new-answer-unknown = `{ $value }` is not one of the possible answers
new-answer-not-utf8 = this answer is not valid UTF-8
new-tasks-count = { $profiles } profiles were named, and { $tasks } core tasks here: name as many
new-list-adoption = The regions of the agreement: { $list }
new-ask-own-id = No id can be made of the name of the partner. What is the id of the agreement (lower-case letters, digits and hyphens)?
new-bad-id = `{ $id }` is not an id: lower-case letters, digits and single hyphens between them, such as waterschap-noord
new-task-twice = the core task `{ $task }` is asked for twice; an agreement holds one cooperation per core task
new-no-fit = the profile `{ $profile }` does not fit the core task `{ $task }`
new-profiles-count = `{ $profile }` and `{ $task }` do not name equally many ({ $profiles } and { $tasks }): name one profile for all core tasks, or one for each
new-adoption-missing = an agreement that is `{ $reach }` has an adoption region from the second phase on: { $option ->
        [no] name one of its regions
       *[other] name one of its regions with `{ $option }`
    }
new-adoption-needless = an agreement that is `{ $reach }` has no adoption region: { $option ->
        [no] name more regions
       *[other] leave `{ $option }` out, or name more regions
    }
new-adoption-outside = { $region } cannot be the adoption region: it is not among the regions of the agreement
new-list-tasks = Core tasks
new-list-profiles = Profiles that fit the core task { $task }
new-list-phases = Phases
new-only-profile = No other profile fits, so this one it is.
new-ask-partner = Name of the partner:
new-ask-tasks = Which core tasks does the agreement cover (numbers or names, with commas)?
new-ask-profile = Which profile?
new-ask-regions = Which regions (codes or names, with commas; or `{ $all }`)?
new-ask-phase = Which phase (Enter: the first)?
new-ask-adoption = Which of them is the adoption region?
new-ask-adoption-later = Which of them is the adoption region (Enter: not known yet)?
new-ask-id = The id of the agreement (Enter: { $id })?

### New deviations

deviate-no-pointer = `{ $value }` in `--path` is no JSON Pointer: it is empty, for the whole document, or begins with a slash, such as /samenwerkingen/0
deviate-no-date = `{ $value }` in `--until` is no date, such as 2026-12-31, 2026-12 or 2026
deviate-says-nothing = `{ $value }` in `--{ $option }` says nothing: { $option ->
        [reason] whoever reads the agreement wants to know why
       *[approved-by] whoever reads the agreement wants to know who approved
    }
deviate-unknown-rule = no rule has the code or name `{ $value }`
deviate-broken = this document cannot be read as a whole: mend its S findings first (`kader check`)
deviate-no-place = a deviation has no place here: the document is no object, or `afwijkingen` (deviations) is no list
deviate-no-policy = the policy that this document names is not known here, so its rules are not known either
deviate-not-allowed =
    { $where ->
        [nowhere] the rule `{ $rule }` allows no deviation in any agreement
       *[elsewhere] the rule `{ $rule }` allows no deviation in this agreement
    }
deviate-faulty = the deviation would have a fault of its own, and accept nothing
deviate-done =
    { $pointer } in { $file }: { $state ->
        [not-current] the agreement is over or has been replaced, so this deviation accepts nothing
        [expired] its last day has passed, so this deviation accepts nothing
        [unused] nothing is found that this deviation covers
       *[in-force] this deviation accepts { $count ->
            [0] { $earlier ->
                [yes] nothing: what it would accept is already accepted by { $pointers }
               *[no] nothing that is shown
            }
            [one] one finding
           *[other] { $count } findings
        }
    }

### Policy

policy-version = version
policy-digest = digest
policy-in-force = in force since
policy-replaces = replaces
policy-replaced-by = replaced by
policy-looked-up = looked up on
policy-rules = rules
policy-left-out = left out
policy-groups = groups in use
policy-unused-groups = groups not in use
policy-contents = contents
policy-rule-counts =
    { $all }: { $own } of this policy, { $engine } for every policy{ $taken ->
        [0] {""}
       *[other] , { $taken } taken over
    }
policy-left-out-rules =
    { $count ->
        [0] { $unused } rules of groups that are not in use
       *[other] { $off }{ $unused ->
            [0] {""}
           *[other] , and { $unused } rules of groups that are not in use
        }
    }
policy-content-counts =
    { $tasks } core tasks, { $profiles } profiles, { $preconditions } preconditions{ $regions ->
        [0] {""}
       *[other] , { $regions } regions
    }
policy-in-use = In use here
policy-in-use-named = named in { $file }:{ $line }; also for documents that name nothing known in `kader` (policy)
policy-in-use-first = of the program; also for documents that name nothing known in `kader` (policy)
policy-in-use-other = of the program; for documents that name it in `kader` (policy)
policy-fine =
    No faults: { $rules } rules, { $examples } examples{ $documents ->
        [0] {""}
        [one] , one document
       *[other] , { $documents } documents
    }
policy-faults =
    { $count ->
        [one] One fault
       *[other] { $count } faults
    }
policy-coverage-title = How often each rule found something in the examples and documents of this pack
policy-coverage-own = Rules that the examples of this pack prove
policy-coverage-taken = Rules from elsewhere: the examples of `{ $policy }` prove them
policy-coverage-unproven = Rules that no examples prove
policy-coverage = { $fired } times, and { $silent } times nothing
policy-unreached = reached by no example: { $branches }
policy-coverage-all =
    { $missing ->
        [0] Every rule and every branch is reached by an example.
        [one] One branch is reached by no example.
       *[other] { $missing } branches are reached by no example.
    }
policy-branch =
    { $kind ->
        [case] case `{ $name }`
        [variant] variant `{ $name }`
        [place] place { $name }
        [undeclared-case] case `{ $name }`, which the check does not declare
        [undeclared-place] place { $name }, which the check does not declare
        [unknown-check] the check is unknown
        [fails] there is no failing example
       *[passes] there is no passing example
    }

### Baselines

baseline-about = Findings that are known and wait: kader counts them, and does not show them. `kader check --write-baseline` writes this file anew.
baseline-unreadable =
    { $why ->
        [missing] there is no such file; `kader check --write-baseline` makes it
        [denied] access is denied
        [folder] this is a folder: a baseline is a file
        [large] this file is larger than 64 MiB, and that is no baseline
       *[other] reading failed: { $detail }
    }
baseline-columns = This is no line of a baseline: five columns belong here, with a tab between each two
baseline-fingerprint = This is no fingerprint: 32 digits from 0 to 9 and a to f belong here
baseline-code = `{ $value }` is not a code: that is a capital letter and three digits, such as R301
baseline-unknown-code = No policy in use has a rule `{ $value }`; take this line out
baseline-more = This line and those below it: { $count } more faults
baseline-none = no file is named for the baseline; name one with `--baseline`, or with `baseline` in kader.toml
baseline-stale = no longer found: { $code } { $subject } in { $document }
baseline-dropped = dropped, for it is no longer found: { $code } { $subject } in { $document }
baseline-drop =
    { $count ->
        [one] one entry of the baseline is no longer found; `--write-baseline` drops it
       *[other] { $count } entries of the baseline are no longer found; `--write-baseline` drops them
    }
baseline-written =
    { $entries ->
        [0] written, without entries
        [one] written, with one entry
       *[other] written, with { $entries } entries
    }{ $added ->
        [0] {""}
       *[other] {""}, { $added } new
    }{ $dropped ->
        [0] {""}
       *[other] {""}, { $dropped } dropped
    }
baseline-refused =
    { $count ->
        [one] one error in the syntax or the form (S, D) is not put in: it hides what else is wrong, and must be mended
       *[other] { $count } errors in the syntax or the form (S, D) are not put in: they hide what else is wrong, and must be mended
    }

### Command line: messages

cli-error = error
cli-tip = tip
cli-meant = did you mean `{ $suggestion }`?
cli-known = known here: { $words }
cli-more = For more, try `{ $command }`.
cli-unknown-option = there is no option `{ $option }`
cli-too-many-arguments = `{ $option }` is one argument too many
cli-unknown-command = there is no command `{ $command }`
cli-unknown-value = `{ $value }` is not a value of `{ $option }`
cli-unknown-rule = `{ $option }` names no rule with `{ $value }`: a code, a name or the beginning of codes belongs there
cli-unknown-name = `{ $name }` is no name that the policy here knows
cli-empty-value = `{ $option }` lacks a value
cli-many-values = `{ $option }` takes one value only
cli-output-document = `{ $path }` has the name of an agreement, and a report is not put in its place
cli-output-twice = two reports go to `{ $path }`, and one would write over the other
cli-conflict = `{ $option }` and `{ $other }` exclude each other
cli-missing = `{ $option }` is missing
cli-no-command = a command is missing
cli-not-utf8 = an argument is not valid UTF-8
cli-wrong = these arguments cannot be understood
cli-no-day = `{ $value }` in `{ $option }` is not a day of the calendar, such as 2026-01-31
cli-no-number = `{ $value }` in `--jobs` is not a whole number from 1 to { $most }
cli-no-context = { $value } is no folder; name the folder of the other documents with `--context`
cli-no-pair = `{ $value }` in `--severity` is not a rule and a level, such as R301=warning
cli-no-output = `{ $value }` in `--output` is not a format and a file, such as json=report.json
cli-stdin-name-alone = `--stdin-filename` names standard input, which is read for the path `-` only
cli-list = the list of files could not be read: { $reason }
cli-stdin-twice = standard input cannot be both a document and the list of `--files-from`
fmt-not-alone = `-` stands alone: standard input cannot be laid out together with files
fmt-left = left as it is, for it cannot be read in full ({ $code }); `kader check` tells what is wrong
fmt-count =
    { $what ->
        [changed] { $mode ->
            [write] { $count ->
                [one] 1 document laid out
               *[other] { $count } documents laid out
            }
           *[check] { $count ->
                [one] 1 document would change
               *[other] { $count } documents would change
            }
        }
        [same] { $count ->
            [one] 1 document unchanged
           *[other] { $count } documents unchanged
        }
       *[left] { $count ->
            [one] 1 document left as it is
           *[other] { $count } documents left as they are
        }
    }
config-file = Settings by { $file }
config-no-file = No kader.toml applies
config-nothing = (nothing)
config-default = default
config-passed-over = When folders are searched, this file is passed over: it does not fit `include`, or it fits `exclude`
cli-not-found = there is no such file or folder
cli-denied = access is denied
cli-not-regular = this is no regular file, or a link that leads nowhere
cli-folder = this is a folder
cli-full = the disk is full
cli-linked = this file has several names (hard links), and with only one of them changed they would part
cli-file-above = a part of this path is a file, and no folder
cli-long-name = no file can have this name here: it is too long, or holds what is not allowed
cli-read-only = this can only be read
cli-exists = this exists already
cli-large = this file gets too large for this disk
cli-busy = something else is using this
cli-memory = there is not enough memory
cli-no-agreement = this cannot be read as an agreement, or it names a policy that is not known here; `kader check` says what is wrong with it
cli-no-register = the list `afwijkingen` (deviations) cannot be read as a whole here; `kader check` says what is wrong with it
cli-unreadable = reading failed: { $detail }
cli-no-document = no document was found; their names end in .afspraak.json
cli-stdout = standard output could not be written: { $reason }
fix-done =
    { $done ->
        [would] { $count ->
            [one] To be mended: 1 finding
           *[other] To be mended: { $count } findings
        }
       *[has] { $count ->
            [one] Mended: 1 finding
           *[other] Mended: { $count } findings
        }
    } { $documents ->
        [1] in 1 document
       *[other] in { $documents } documents
    }: { $rules }
fix-none = There was nothing to mend
fix-undecided =
    { $count ->
        [one] 1 finding leaves a choice: there is more than one way to mend it. Choose one in the editor, or change the document
       *[other] { $count } findings leave a choice: there is more than one way to mend them. Choose one in the editor, or change the document
    }
fix-held-back =
    { $count ->
        [one] `--unsafe-fixes` mends 1 finding more. Look at that change: it may say something else than you mean
       *[other] `--unsafe-fixes` mends { $count } findings more. Look at these changes: they may say something else than you mean
    }
cli-unwritten = this could not be written, and is as it was: { $reason }
cli-changed = this has changed since it was read, and is left as it is
cli-not-written = the report could not be written: { $reason }
cli-progress = { $done } of { $total } documents
cli-verbose-policy = policy: { $id } { $version }
cli-verbose-as-of = as of: { $day }
cli-verbose-root = project root: { $path }
cli-verbose-documents = documents: { $count }
cli-verbose-threads = threads: { $count } at most
cli-verbose-time = time to { $stage }: { $time }
cli-stage-load = load the policy
cli-stage-check = read and check
cli-stage-report = write the report

cli-no-days = `{ $value }` in `--due-within` is not a number of days, such as 90d

### Command line: help

cli-about = Checks agreements between Dutch safety regions and crisis partners against the national policy on netcentric cooperation
cli-about-check = Check agreements: files and folders
cli-about-fmt = Lay documents out: white space only, everything else stays
cli-usage-fmt = kader fmt [OPTIONS] [PATH]...
cli-help-fmt-check = Write nothing; name the files that would change, and exit with status 1 where there are any
cli-help-fmt-diff = Write nothing; show what would change, for `patch -p0`, and exit with status 1 where anything would
cli-about-assess = Say per cooperation what the advice would be, and what it still lacks
cli-usage-assess = kader assess [OPTIONS] [PATH]...
cli-value-assess-format = FORMAT
cli-help-assess-format = The report on standard output: full (for people; the default), json, markdown or html
cli-value-profile = PROFILE
cli-help-profile = Weigh each cooperation that this profile fits as if it had been chosen
cli-about-overview = Show the national overview: who works with which regions, under which profile, and what was assessed
cli-usage-overview = kader overview [OPTIONS] [PATH]...
cli-value-overview-format = FORMAT
cli-help-overview-format = The overview on standard output: full (a table; the default), json, csv, markdown or html (a page with a matrix of partners and regions)
cli-about-explain = Explain what a rule, profile, precondition, core task, region or other name is
cli-usage-explain = kader explain [OPTIONS] <NAME>...
cli-value-name = NAME
cli-help-name = The code (R301) or name (reach-mismatch) of a rule, or a name of the policy, such as that of a profile, precondition, core task or region
cli-value-explain-format = FORMAT
cli-help-explain-format = How: text (for people; the default) or markdown
cli-about-rules = Show all rules, with their severity per phase
cli-usage-rules = kader rules [OPTIONS]
cli-value-rules-format = FORMAT
cli-help-rules-format = How: text (for people; the default), markdown (tables) or json
cli-about-schema = Show a JSON Schema, for editors and programs
cli-usage-schema = kader schema [OPTIONS] [SCHEMA]
cli-value-schema = SCHEMA
cli-help-schema = Which: { $names }. Without a choice: document
cli-about-deviations = Show the register of deviations: from what, why, who approved, until when, and what it accepts
cli-usage-deviations = kader deviations [OPTIONS] [PATH]...
cli-value-deviations-format = FORMAT
cli-help-deviations-format = The register on standard output: full (for people; the default), json or markdown
cli-value-due-within = DAYS
cli-help-due-within = Show only deviations that end within so many days, such as 90d, or have ended. Without an end they are left out
cli-about-deviate = Add a deviation to an agreement, and tell what it accepts
cli-usage-deviate = kader deviate [OPTIONS] --path <POINTER> --reason <TEXT> <CODE> <FILE>
cli-value-code = CODE
cli-help-code = The code (V401) or name (precondition-missing) of the rule
cli-value-file = FILE
cli-help-file = The agreement; `-` reads standard input and prints the text with the deviation
cli-value-pointer = POINTER
cli-help-pointer = Where it holds, as a JSON Pointer: for what is found at or below it. Empty for the whole document
cli-value-reason = TEXT
cli-help-reason = Why
cli-value-until = DATE
cli-help-until = The last day on which it holds
cli-value-approved-by = NAME
cli-help-approved-by = Who approved
cli-help-deviate-diff = Write nothing, and show what would change
cli-about-diff = Compare two versions of an agreement: findings, and what it states
cli-usage-diff = kader diff [OPTIONS] <OLD> <NEW>
cli-value-old = OLD
cli-help-old = The old version: a file, or REV:path for a file in a revision that git knows (HEAD~1:agreements/a.afspraak.json)
cli-value-new = NEW
cli-help-new = The new version, likewise. Both are judged beside the agreements that stand beside the new one now
cli-value-diff-format = FORMAT
cli-help-diff-format = The difference on standard output: full (for people; the default), json or markdown
cli-about-init = Write a first kader.toml
cli-usage-init = kader init [OPTIONS] [FOLDER]
cli-value-folder = FOLDER
cli-help-folder = Where. Else in the working directory. A file that exists is never written over
cli-help-pre-commit = Write .pre-commit-config.yaml, too: it checks the agreements of each commit
cli-value-pipeline = SYSTEM
cli-help-pipeline = Write the file of a pipeline, too: github, gitlab or azure; may be repeated
cli-about-new = Write a new agreement, with everything that its profile asks as a stub; what no option says is asked on a terminal
cli-usage-new = kader new [OPTIONS]
cli-value-partner = NAME
cli-help-partner = The name of the partner
cli-value-core-task = CORE TASK,...
cli-help-core-task = The core tasks that the agreement covers; may be repeated
cli-value-new-profile = PROFILE,...
cli-help-new-profile = The profile for all core tasks, or one for each, in their order. Where only one fits, it need not be named
cli-value-regions = REGION,...
cli-help-regions = The regions that the agreement binds, by code or name; or the word for all of them
cli-value-adoption-region = REGION
cli-help-adoption-region = The adoption region: one of the regions, where there are so many that the partner agrees with one on behalf of all
cli-value-phase = PHASE
cli-help-phase = The phase. Else the first
cli-value-id = ID
cli-help-id = The id of the agreement. Else made from the partner's name
cli-value-new-policy = POLICY
cli-help-new-policy = The id of a policy, or the folder of a policy pack. Else the policy in use here
cli-value-new-output = FILE
cli-help-new-output = Where to write, never over a file that exists; `-` is standard output. Else ID.afspraak.json in the working directory
cli-about-policy = Show the policy, or check a policy pack
cli-about-policy-show = Show what the policy is: version, rules, groups
cli-about-policy-check = Check a policy pack: tables, rules, texts, examples, fixes and documents
cli-about-policy-test = Run the examples and documents of a policy pack
cli-usage-policy = kader policy <COMMAND>
cli-usage-policy-show = kader policy show [OPTIONS] [PACK]
cli-usage-policy-check = kader policy check [OPTIONS] [PACK]
cli-usage-policy-test = kader policy test [OPTIONS] [PACK]
cli-value-pack = PACK
cli-help-pack = The folder of a policy pack, or the id of a policy that the program knows. Without a choice: the policy that kader.toml names, else the one of 2017
cli-help-coverage = Tell how often each rule found something, and what no example reaches
cli-usage = kader [OPTIONS] <COMMAND>
cli-usage-check = kader check [OPTIONS] [PATH]...
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-value-path = PATH
cli-help-path = Files and folders; folders are searched for *.afspraak.json, without what a .gitignore leaves out. `-` is standard input. Without a path: the working directory
cli-value-format = FORMAT
cli-help-format = The report on standard output: full (for people; the default on a terminal), concise (one line per finding; the default elsewhere), markdown or html (for people who read no code), or for other programs json, jsonl, sarif, github, gitlab, junit, azure, rdjson or checkstyle
cli-value-output = FORMAT=FILE
cli-help-output = Write the report to a file as well; may be repeated
cli-value-lang = LANGUAGE
cli-help-lang = The language of all texts: nl or en. Else KADER_LANG, else kader.toml, else the locale
cli-value-as-of = DAY
cli-help-as-of = Check as of this day, the as-of date (YYYY-MM-DD). Else KADER_AS_OF, else kader.toml, else today
cli-value-select = RULE,...
cli-help-select = Report these rules only: codes (R301), names (reach-mismatch) or beginnings of codes (V, V40)
cli-value-ignore = RULE,...
cli-help-ignore = Leave these rules out; where --select and --ignore both apply, the more specific wins
cli-value-severity = RULE=LEVEL,...
cli-help-severity = Report a rule at another level: error, warning, info, hint or off
cli-about-config = Show which settings hold
cli-about-config-show = Show which settings hold for a file, and where each comes from
cli-usage-config = kader config show [OPTIONS] [FILE]
cli-value-document = FILE
cli-help-document = The document or the folder for which the settings hold. Else the working directory
cli-value-config-format = FORMAT
cli-help-config-format = full (for people; the default) or json
cli-value-config = FILE
cli-help-config = Read this file instead of the nearest kader.toml. Else KADER_CONFIG
cli-help-isolated = Read no kader.toml
cli-help-force-exclude = Let `exclude` hold for files that are named, too
cli-help-fix = Mend what can be mended without a choice, and write the documents
cli-help-unsafe-fixes = Make changes, too, that may say something else than is meant
cli-help-diff = Write nothing; show what would change, for `patch -p0`, and exit with status 1 where anything would
cli-help-exit-non-zero-on-fix = Exit with status 1 where something was mended
cli-help-no-deviations = Take no account of deviations: report everything
cli-help-sarif-suppressions = Put what deviations accept into the sarif report, too, as suppressed results with the reason
cli-value-context = FOLDER
cli-help-context = Look in this folder for the other agreements to compare with. Else in the project root
cli-help-no-context = Compare the given files with each other only
cli-value-files-from = FILE
cli-help-files-from = Take the files that this file names, one per line; `-` is standard input
cli-help-nul = In the list of --files-from, a NUL stands behind each name instead of a line end
cli-help-redact = Make telephone numbers, e-mail addresses and functions of signatories unreadable
cli-value-baseline = FILE
cli-help-baseline = Count the findings that this file holds, and do not show them. Else the one that kader.toml names
cli-help-write-baseline = Write what is found into the baseline, and drop what is no longer found
cli-value-min-severity = LEVEL
cli-help-min-severity = Show findings from this level on: error, warning, info or hint. The others still count
cli-value-fail-on = LEVEL
cli-help-fail-on = Exit with status 1 from this level on: error (the default), warning, info, hint or never
cli-help-allow-empty = No document at all is not a failure
cli-value-stdin-filename = FILE
cli-help-stdin-filename = The name that `-` goes by
cli-help-statistics = Count the findings of each rule
cli-value-jobs = NUMBER
cli-help-jobs = Threads to use; else one per processor core
cli-help-quiet = No summary and no progress
cli-help-verbose = Tell on standard error about the policy, the project and the time taken
cli-value-color = WHEN
cli-help-color = Colours: auto, always or never. Else NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE count
cli-help-help = Show this help
cli-help-version = Show the version

### In the editor

ide-required =
    { $when ->
        [in-general] Required, except in a supplement.
        [from-elaboration] Required from the second phase on, except in a supplement.
       *[always] Required.
    }
ide-values = What may stand here
ide-policy-version = version
ide-policy-in-force = in force from
ide-detail-required = required
ide-detail-lacking = this profile still asks for it
ide-detail-today = today
ide-detail-next-year = in a year
ide-detail-fits = fits this core task
ide-detail-disputed = disputed for this core task
ide-detail-fits-not = does not fit this core task
ide-detail-derived = follows from the number of regions
ide-detail-asked = this profile asks for it
ide-precondition =
    { $state ->
        [met] In this cooperation the precondition is met.
        [accepted] In this cooperation the precondition is met, by a deviation from { $codes }.
        [missing] In this cooperation the precondition is still open: it has not been filled in yet.
        [unreadable] In this cooperation the precondition is still open: what stands there cannot be read.
        [findings] In this cooperation the precondition is still open:
       *[unasked] The profile of this cooperation does not ask for this precondition.
    }
ide-hint-reach =
    { $count ->
        [one] one region: { $reach }
       *[other] { $count } regions: { $reach }
    }
ide-lens-outcome = Advice of this program: { $outcome } ({ $count })
ide-lens-no-outcome = No advice: { $why }
ide-lens-elsewhere =
    { $count ->
        [one] This partner has one other agreement
       *[other] This partner has { $count } other agreements
    }
ide-rename-slug = An id consists of lower-case letters and digits, with hyphens between. For example: { $example }
ide-rename-taken = Another agreement has the id { $id } already. Choose another one.
ide-rename-nothing = No id of a known agreement stands here. Put the cursor on `id`, `aanvullingOp` or an id in `vervangt`.
ide-action-preconditions =
    { $count ->
        [one] Add the precondition that is still missing
       *[other] Add the { $count } preconditions that are still missing
    }
ide-action-deviate = Explain why { $code } does not apply here (as a deviation)

### The language server
ide-new-partner = What is the name of the partner?
ide-new-tasks = Which core tasks does the agreement cover?
ide-new-profile = Which profile does the cooperation for { $task } have?
ide-new-regions = Which regions does the agreement bind?
ide-new-all-regions = All { $count } regions
ide-new-phase = In which phase is the agreement?
ide-new-adoption = Which region is the adoption region?
ide-new-id = What is the id of the agreement?

cli-about-lsp = Start the language server, for editors
cli-usage-lsp = kader lsp [OPTIONS]
cli-help-stdio = Talk over standard input and output, which is always so
cli-help-client-process = Stop as soon as this process is gone
cli-value-client-process = NUMBER
cli-about-completions = Show what a shell needs to complete commands and options
cli-usage-completions = kader completions [OPTIONS] <SHELL>
cli-value-shell = SHELL
cli-help-shell = Which: bash, elvish, fish, powershell or zsh
cli-about-man = Show the manual page of the program or of a command
cli-usage-man = kader man [OPTIONS] [COMMAND]
cli-value-page = COMMAND
cli-help-page = The command. Without one: the program
man-manual = Kader
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-version = VERSION
cli-help-watch = Check again whenever something has changed, until you end it
cli-watching = Watching for changes; Ctrl+C ends it.
lsp-no-streams = The language server cannot start: { $why }
lsp-fix-all = Make all fixes that keep the meaning
lsp-checking = Checking agreements
lsp-not-watched = What changes on disk is not seen: { $why }
lsp-no-document = There is no document { $uri }
lsp-no-folder = There is no folder { $uri }
