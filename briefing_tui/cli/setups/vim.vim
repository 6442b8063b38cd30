" Briefings in Vim: paste this into ~/.vimrc.
" `:make` checks the briefing, and `:cwindow` lists what is wrong.
autocmd FileType yaml setlocal makeprg=briefing\ check\ --output-format\ concise\ %:S
autocmd FileType yaml setlocal errorformat=%f:%l:%c:\ %t%*[a-z]%m,%-G%.%#
" The reader beside you (`briefing FILE --follow-editor`) goes along with the cursor.
autocmd CursorHold,BufWritePost *.yaml call job_start(['briefing', 'here', expand('%:p') . ':' . line('.')])
" Vim speaks to no language server by itself; with the plugin vim-lsp, this starts ours.
autocmd User lsp_setup call lsp#register_server({
  \ 'name': 'briefing', 'cmd': {info -> ['briefing', 'lsp']}, 'allowlist': ['yaml']})
