;;; driver.el --- Drives Emacs as an author does, and writes down what is seen  -*- lexical-binding: t; -*-

;;; Commentary:

;; The test that starts it says by the variable SCENARIO of the environment what to do.  What differs between the clients
;; stands in `eglot.el' and `lsp-mode.el'.

;;; Code:

(require 'cl-lib)
(require 'flymake)
(require 'minibuffer)

(defvar driver-scenario
  (with-temp-buffer
    (let ((coding-system-for-read 'utf-8-unix))
      (insert-file-contents (getenv "SCENARIO")))
    (json-parse-buffer :object-type 'alist :array-type 'list)))

(defvar driver-seen nil
  "What was seen, by what it is.")

(defun driver-wish (&rest path)
  "What the scenario says under the keys of PATH."
  (cl-reduce (lambda (value key) (alist-get key value)) path :initial-value driver-scenario))

(defun driver-saw (key value)
  "Note that KEY had VALUE."
  (push (cons key value) driver-seen))

(defun driver-be-idle ()
  "Let Emacs do what it does when its user does nothing, which it never does without a terminal."
  (run-hooks 'post-command-hook)
  (dolist (timer (copy-sequence timer-idle-list))
    (unless (timer--triggered timer)
      (timer-event-handler timer))))

(defun driver-await (what holds)
  "Let Emacs work until HOLDS, a function, gives something, and give that; WHAT says what is waited for."
  (let ((deadline (+ (float-time) (driver-wish 'patience))) result)
    (while (not (setq result (funcall holds)))
      (when (> (float-time) deadline)
        (error "Waited in vain for %s" what))
      (unless (accept-process-output nil 0.02)
        (driver-be-idle)))
    result))

(defun driver-text ()
  "The text of the document."
  (buffer-substring-no-properties (point-min) (point-max)))

(defun driver-go-to (wanted)
  "Put the cursor onto a text that stands once: WANTED says which, and how many characters of it stand before."
  (goto-char (point-min))
  (search-forward (alist-get 'text wanted))
  (goto-char (+ (match-beginning 0) (alist-get 'before wanted))))

(defun driver-place (position)
  "The line and the character of POSITION, from 1."
  (save-excursion
    (goto-char position)
    `((line . ,(line-number-at-pos position t)) (column . ,(1+ (- position (line-beginning-position)))))))

(defvar driver-code nil
  "A function that gives the code of a diagnostic of Flymake, by what the client knows of it.")

(defun driver-has (code)
  "Whether a finding with CODE is shown."
  (cl-find code (flymake-diagnostics) :key driver-code :test #'equal))

(defun driver-diagnostics ()
  "What Flymake shows."
  (vconcat
   (mapcar (lambda (one)
             `((code . ,(funcall driver-code one))
               (start . ,(driver-place (flymake-diagnostic-beg one)))
               (end . ,(driver-place (flymake-diagnostic-end one)))
               (severity . ,(symbol-name (flymake-diagnostic-type one)))
               (message . ,(substring-no-properties (flymake-diagnostic-text one)))))
           (flymake-diagnostics))))

(defun driver-mend (act)
  "Choose what the scenario says among what ACT offers at the place, and give the text after it."
  (driver-go-to (driver-wish 'mend))
  (let ((before (driver-text))
        ;; The keyboard was used: a mouse would get a menu.
        (last-nonmenu-event ?x)
        (completing-read-function (lambda (&rest _) (driver-wish 'mend 'title))))
    (funcall act)
    (driver-await "the fix" (lambda () (not (or (string= before (driver-text)) (driver-has (driver-wish 'mend 'code))))))
    (driver-text)))

(defun driver-mend-all (act)
  "Let ACT make all fixes, which it is told the kind of, and give the text after it."
  (let ((before (driver-text)))
    (funcall act (driver-wish 'all))
    (driver-await "all fixes" (lambda () (not (string= before (driver-text)))))
    (driver-text)))

(defun driver-complete ()
  "Complete a string of which the beginning is typed anew, and give the text after it."
  (driver-go-to (driver-wish 'complete))
  (delete-region (point) (save-excursion (search-forward "\"") (1- (point))))
  (driver-saw 'completion (driver-take (driver-wish 'complete)))
  (driver-text))

(defun driver-grow ()
  "Complete a member in a line of its own, and give the text after it."
  (driver-go-to (driver-wish 'member))
  (end-of-line)
  (insert "\n  ")
  (driver-saw 'members (driver-take (driver-wish 'member)))
  (driver-text))

(defun driver-take (wanted)
  "Type what WANTED says, take of what is offered what it says, too, and give what was offered."
  (insert (alist-get 'typed wanted))
  (pcase-let* ((`(,start ,end ,table . ,options) (run-hook-with-args-until-success 'completion-at-point-functions))
               (typed (buffer-substring-no-properties start end))
               (predicate (plist-get options :predicate))
               (found (completion-all-completions typed table predicate (length typed) (completion-metadata typed table predicate)))
               (base (or (cdr (last found)) 0)))
    (setcdr (last found) nil)
    (let ((taken (cl-find (alist-get 'take wanted) found :test #'string-search)))
      (unless taken
        (error "Nothing of this fits: %S" found))
      (completion--replace (+ start base) end taken)
      (funcall (plist-get options :exit-function) taken 'finished))
    (driver-await "what is wanted" (lambda () (string-search (alist-get 'written wanted) (driver-text))))
    (vconcat (mapcar #'substring-no-properties found))))

(defun driver-run (run)
  "Do RUN in the document, and write down what was seen, or what failed."
  (condition-case failure
      (progn
        (find-file (driver-wish 'file))
        (funcall run))
    (error (driver-saw 'failure (error-message-string failure))))
  (driver-saw 'version emacs-version)
  (let ((coding-system-for-write 'utf-8-unix))
    (write-region (json-serialize driver-seen) nil (driver-wish 'seen)))
  (kill-emacs))

(provide 'driver)
;;; driver.el ends here
