" Description: Kader, the language server of agreements (*.afspraak.json)

call ale#Set('json_kader_executable', 'kader')
" What the server is told at the start, such as {'lang': 'nl'}. That ALE counts bytes goes without saying.
call ale#Set('json_kader_options', {})

" The nearest folder with a configuration, else git's, else the document's own. Without a root ALE starts nothing: so other JSON
" is left alone.
function! ale_linters#json#kader#GetProjectRoot(buffer) abort
    let l:path = expand('#' . a:buffer . ':p')

    if l:path !~# '\.afspraak\.json$'
        return ''
    endif

    let l:config = ale#path#FindNearestFile(a:buffer, 'kader.toml')
    let l:git = ale#path#FindNearestDirectory(a:buffer, '.git')

    return !empty(l:config) ? fnamemodify(l:config, ':h')
    \   : !empty(l:git) ? fnamemodify(l:git, ':h:h')
    \   : fnamemodify(l:path, ':h')
endfunction

" ALE puts an item in the place of the word before the cursor, whatever the item replaces. So this takes out of the item what
" stands there already, before that word and behind the cursor: the quotes. The word itself may be gone for the moment.
function! ale_linters#json#kader#FitCompletion(buffer, item) abort
    let l:edit = get(a:item, 'textEdit', v:null)

    if type(l:edit) isnot v:t_dict || get(a:item, 'insertTextFormat', 1) != 1
        return 1
    endif

    let l:info = getbufvar(a:buffer, 'ale_completion_info')
    let l:cursor = l:info.column - 1
    let l:word = l:cursor - strlen(l:info.prefix)
    let l:line = getline(l:info.line)
    let l:rest = strpart(l:line, strlen(l:line) - (l:info.line_length - l:cursor))
    let l:before = strpart(l:line, l:edit.range.start.character, l:word - l:edit.range.start.character)
    let l:behind = strpart(l:rest, 0, l:edit.range.end.character - l:cursor)
    let l:length = strlen(l:edit.newText) - strlen(l:before) - strlen(l:behind)
    let l:text = strpart(l:edit.newText, strlen(l:before), max([l:length, 0]))

    if l:before . l:text . l:behind isnot# l:edit.newText
        return 0
    endif

    let l:edit.newText = l:text

    return 1
endfunction

call ale#linter#Define('json', {
\   'name': 'kader',
\   'lsp': 'stdio',
\   'executable': {b -> ale#Var(b, 'json_kader_executable')},
\   'command': '%e lsp',
\   'language': 'json',
\   'project_root': function('ale_linters#json#kader#GetProjectRoot'),
\   'initialization_options': {b -> extend({'positionEncoding': 'utf-8'}, ale#Var(b, 'json_kader_options'))},
\   'completion_filter': 'ale_linters#json#kader#FitCompletion',
\})
