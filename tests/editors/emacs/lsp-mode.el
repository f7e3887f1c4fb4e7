;;; lsp-mode.el --- The scenario by lsp-mode  -*- lexical-binding: t; -*-

;;; Code:

(require 'driver (expand-file-name "driver.el" (file-name-directory load-file-name)))
(require 'lsp-mode)

;; Else it asks where the project begins, and waits for an answer.
(setq lsp-auto-guess-root t)

(defun driver-code-of (one)
  "The code of ONE: of the server's diagnostic in the same place, for Flymake is told the message alone."
  (let ((place (cons (flymake-diagnostic-beg one) (flymake-diagnostic-end one))))
    (lsp:diagnostic-code?
     (cl-find-if (lambda (told)
                   (and (equal place (lsp--range-to-region (lsp:diagnostic-range told)))
                        (equal (flymake-diagnostic-text one) (lsp:diagnostic-message told))))
                 (gethash buffer-file-name (lsp-diagnostics t))))))
(setq driver-code #'driver-code-of)

(defun driver-hover ()
  "What is told of the place."
  (driver-go-to (driver-wish 'hover))
  (lsp-describe-thing-at-point)
  (with-current-buffer "*lsp-help*"
    (buffer-substring-no-properties (point-min) (point-max))))

(driver-run
 (lambda ()
   (driver-await "findings" (lambda () (driver-has (driver-wish 'mend 'code))))
   (driver-saw 'mode (symbol-name major-mode))
   (driver-saw 'language (lsp-buffer-language))
   (driver-saw 'found (driver-diagnostics))
   (driver-saw 'hover (driver-hover))
   (driver-saw 'mended (driver-mend (lambda () (call-interactively #'lsp-execute-code-action))))
   (driver-saw 'left (driver-diagnostics))
   (driver-saw 'fixed (driver-mend-all #'lsp-execute-code-action-by-kind))
   (driver-saw 'completed (driver-complete))
   (driver-saw 'grown (driver-grow))
   (lsp-format-buffer)
   (save-buffer)))

;;; lsp-mode.el ends here
