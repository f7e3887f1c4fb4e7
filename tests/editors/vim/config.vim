" Tells how ALE would start the server, and in which root, for each of g:names in the working directory.

let s:told = {'roots': {}}

for s:name in g:names
    execute 'silent edit ' . fnameescape(s:name)
    let s:told.roots[s:name] = ale_linters#json#kader#GetProjectRoot(bufnr(''))
endfor

execute 'edit ' . fnameescape(g:names[0])
let s:linter = ale#linter#Get(&filetype)[0]
let s:told.linters = map(copy(ale#linter#Get(&filetype)), {_, one -> one.name})
let s:told.command = s:linter.command
let s:told.language = s:linter.language
let s:told.executable = ale#linter#GetExecutable(bufnr(''), s:linter)
call writefile([json_encode(s:told)], g:seen)
qall!
