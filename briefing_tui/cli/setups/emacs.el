;; Briefings in Emacs 29 or later: paste this into your init file.
;; M-. goes to an entry, M-? lists what names it; M-x eglot-rename, M-x eglot-code-actions.
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((yaml-mode yaml-ts-mode) . ("briefing" "lsp"))))
(add-hook 'yaml-mode-hook #'eglot-ensure)
(add-hook 'yaml-ts-mode-hook #'eglot-ensure)
