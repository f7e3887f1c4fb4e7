;;; eglot.el --- The scenario by Eglot  -*- lexical-binding: t; -*-

;;; Code:

(require 'driver (expand-file-name "driver.el" (file-name-directory load-file-name)))
(require 'eglot)

;; Its name in Emacs 28 and 29.
(setq driver-code (lambda (one) (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data one)) :code)))

(defun driver-hover ()
  "What is told of the place."
  (driver-go-to (driver-wish 'hover))
  (let (told)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq told text)))
    (substring-no-properties (driver-await "the hover" (lambda () told)))))

(driver-run
 (lambda ()
   (driver-await "findings" (lambda () (driver-has (driver-wish 'mend 'code))))
   (driver-saw 'mode (symbol-name major-mode))
   (driver-saw 'language (eglot--language-id (eglot-current-server)))
   (driver-saw 'found (driver-diagnostics))
   (driver-saw 'hover (driver-hover))
   (driver-saw 'mended (driver-mend (lambda () (call-interactively #'eglot-code-actions))))
   (driver-saw 'left (driver-diagnostics))
   (driver-saw 'fixed (driver-mend-all (lambda (kind) (eglot-code-actions (point-min) (point-max) kind t))))
   (driver-saw 'completed (driver-complete))
   (driver-saw 'grown (driver-grow))
   (eglot-format-buffer)
   (save-buffer)))

;;; eglot.el ends here
