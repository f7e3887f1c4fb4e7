" Description: Lays agreements out by Kader: white space only, everything else stays.

function! ale#fixers#kader#Fix(buffer) abort
    let l:executable = ale#Var(a:buffer, 'json_kader_executable')

    return {'command': ale#Escape(l:executable) . ' fmt --stdin-filename %s -'}
endfunction
