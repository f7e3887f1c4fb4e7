" Agreements (*.afspraak.json): ALE asks Kader and nobody else about them, completes them, and lays them out (:ALEFix).

if expand('%:t') !~# '\.afspraak\.json$' || exists('b:did_kader')
    finish
endif

let b:did_kader = 1
let b:ale_linters = get(b:, 'ale_linters', ['kader'])
let b:ale_fixers = get(b:, 'ale_fixers', ['ale#fixers#kader#Fix'])
setlocal omnifunc=ale#completion#OmniFunc

let b:undo_ftplugin = get(b:, 'undo_ftplugin', 'execute')
\   . ' | setlocal omnifunc< | unlet! b:did_kader b:ale_linters b:ale_fixers'
