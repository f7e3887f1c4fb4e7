" Drives Vim with ALE as an author does, and writes down what is seen. The test that starts it says by $SCENARIO what to do.

let s:scenario = json_decode(join(readfile($SCENARIO), "\n"))
let s:seen = {'version': v:versionlong}

function! s:Await(what, holds) abort
    let l:start = reltime()

    while !eval(a:holds)
        if reltimefloat(reltime(l:start)) > s:scenario.patience
            throw 'waited in vain for ' . a:what
        endif

        sleep 5m
    endwhile
endfunction

function! Text() abort
    return join(getline(1, '$'), "\n") . "\n"
endfunction

function! Shown() abort
    return get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])
endfunction

function! Has(code) abort
    return !empty(filter(copy(Shown()), {_, one -> get(one, 'code', '') is# a:code}))
endfunction

function! s:Diagnostics() abort
    return map(copy(Shown()), {_, one -> {
    \   'code': one.code,
    \   'severity': one.type,
    \   'message': one.text,
    \   'start': {'line': one.lnum, 'column': one.col},
    \   'end': {'line': one.end_lnum, 'column': one.end_col + 1},
    \}})
endfunction

" Puts the cursor onto a text, which stands once.
function! s:GoTo(wanted) abort
    call cursor(1, 1)

    if !search('\V' . escape(a:wanted.text, '\'), 'cW')
        throw 'not there: ' . a:wanted.text
    endif

    call cursor(line('.'), col('.') + strlen(strcharpart(a:wanted.text, 0, a:wanted.before)))
endfunction

function! HoverText() abort
    let l:window = bufwinnr('ALEPreviewWindow')

    return l:window < 0 ? '' : join(getbufline(winbufnr(l:window), 1, '$'), "\n")
endfunction

function! s:Hover() abort
    call s:GoTo(s:scenario.hover)
    ALEHover
    call s:Await('the hover', '!empty(HoverText())')
    let l:text = HoverText()
    pclose

    return l:text
endfunction

" What Vim does as soon as it waits for a key, which it never does here.
function! s:TellOfChange() abort
    doautocmd <nomodeline> TextChanged
endfunction

" Chooses what the scenario says, as the mouse does in ALE's menu.
function! Choose(data, items) abort
    for [l:type, l:item] in a:items
        if l:item.title is# s:scenario.mend.title
            call ale#codefix#ApplyLSPCodeAction(a:data, l:item)
        endif
    endfor
endfunction

function! s:Mend() abort
    call s:GoTo(s:scenario.mend)
    let g:before = Text()
    call ale#codefix#Execute(0, function('Choose'))
    call s:Await('the fix', 'Text() isnot# g:before')
    call s:TellOfChange()
    call s:Await('findings anew', '!Has(' . string(s:scenario.mend.code) . ')')

    return Text()
endfunction

" Types keys that begin something in insert mode, and lets its own completion go on with what is wanted.
function! s:Complete(wanted, keys) abort
    let s:wanted = a:wanted
    call s:GoTo(a:wanted)
    execute 'normal! ' . a:keys . a:wanted.typed
    call feedkeys("a\<C-x>\<C-o>\<C-r>=Choice()\<CR>\<C-y>\<Esc>", 'tx')

    return s:offered
endfunction

" The keys that lead to what is wanted among what is offered.
function! Choice() abort
    let s:offered = map(complete_info(['items']).items, {_, item -> item.word})

    for l:at in range(len(s:offered))
        if stridx(s:offered[l:at], s:wanted.take) >= 0
            return repeat("\<C-n>", l:at)
        endif
    endfor

    return ''
endfunction

function! s:Run() abort
    call s:Await('findings', 'Has(s:scenario.mend.code)')
    let s:seen.language = &filetype
    let s:seen.found = s:Diagnostics()
    let s:seen.hover = s:Hover()
    let s:seen.mended = s:Mend()
    let s:seen.left = s:Diagnostics()
    let s:seen.completion = s:Complete(s:scenario.complete, 'ct"')
    let s:seen.completed = Text()
    let s:seen.members = s:Complete(s:scenario.member, 'o  ')
    let s:seen.grown = Text()
    let g:before = Text()
    ALEFix
    call s:Await('the layout', 'Text() isnot# g:before')
    write
endfunction

function! s:Main() abort
    try
        call s:Run()
    catch
        let s:seen.failure = v:exception . ' at ' . v:throwpoint
    endtry

    call writefile([json_encode(s:seen)], s:scenario.seen)
    qall!
endfunction

autocmd VimEnter * ++nested call s:Main()
