;;; kader.el --- Agreements and their language server  -*- lexical-binding: t; -*-

;; Author: The developers of Kader
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Files that end in `.afspraak.json' are JSON with a mode of their own,
;; `kader-mode', so that the language server is started for them and not for
;; all JSON.  Both clients of Emacs know the server by this file: Eglot and
;; lsp-mode.
;;
;;   (require 'kader)
;;   (add-hook 'kader-mode-hook #'eglot-ensure)   ; or #'lsp-deferred

;;; Code:

(defgroup kader nil
  "Agreements between safety regions and crisis partners."
  :group 'languages)

(defcustom kader-command '("kader" "lsp")
  "The program that is the language server, and its arguments."
  :type '(repeat string))

(defcustom kader-language nil
  "The language of texts, \"nl\" or \"en\".
Without one `kader.toml' says it, then the environment."
  :type '(choice (const :tag "as kader.toml or the environment says" nil)
                 (const "nl")
                 (const "en")))

(defcustom kader-as-of nil
  "The day of judgement, as in \"2026-01-01\".
Without one `kader.toml' says it, then it is today."
  :type '(choice (const :tag "as kader.toml says, else today" nil) string))

;; Emacs 29 has a mode for JSON, Emacs 28 uses that of JavaScript.
(defalias 'kader--parent-mode
  (if (fboundp 'js-json-mode) #'js-json-mode #'js-mode))
(defvar js-indent-level)
(declare-function yas-minor-mode "yasnippet" (&optional arg))

;;;###autoload
(define-derived-mode kader-mode kader--parent-mode "Agreement"
  "Agreements: JSON documents that `kader' judges."
  (setq-local js-indent-level 2
              tab-width 2
              indent-tabs-mode nil)
  ;; Members come as snippets, which need this mode.
  (when (fboundp 'yas-minor-mode)
    (yas-minor-mode 1)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.afspraak\\.json\\'" . kader-mode))

(defun kader--options ()
  "What the server is told at the start: a property list of what is set."
  (append (when kader-language (list :lang kader-language))
          (when kader-as-of (list :asOf kader-as-of))))

;;; Eglot

(defvar eglot-server-programs)

(defun kader--eglot-contact (&rest _)
  "How Eglot starts the server."
  (append kader-command
          (when (kader--options)
            (list :initializationOptions (kader--options)))))

(put 'kader-mode 'eglot-language-id "json")

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(kader-mode . kader--eglot-contact)))

;;; lsp-mode

(defvar lsp-language-id-configuration)
(declare-function lsp--client-capabilities "lsp-mode" (&optional custom))
(declare-function lsp-register-client "lsp-mode" (client))
(declare-function lsp-stdio-connection "lsp-mode" (command &optional test))
(declare-function make-lsp-client "lsp-mode" (&rest slots))

;; lsp-mode counts characters.  Before version 9 it does not say so, and the
;; server would count UTF-16 units: places behind an emoji would be off.
(defun kader--lsp-capabilities ()
  "What lsp-mode can do and does not say."
  (unless (assq 'general (lsp--client-capabilities))
    '((general . ((positionEncodings . ["utf-32" "utf-16"]))))))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(kader-mode . "json"))
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () kader-command))
    :major-modes '(kader-mode)
    ;; Goes before a server for all JSON.
    :priority 1
    :custom-capabilities (kader--lsp-capabilities)
    :initialization-options #'kader--options
    :server-id 'kader)))

(provide 'kader)
;;; kader.el ends here
