"""What `ipt-tui --help` says."""

HELP = """\
ipt-tui: a private terminal companion for interpersonal psychotherapy

  ipt-tui                    open the vault; the first time, set one up
  ipt-tui K7                 open it at one client
  ipt-tui demo               look around in a fictional course; nothing is asked
  ipt-tui review             in your own vault: how you are, one question at a time
  ipt-tui help-lines         who can be reached now
  ipt-tui about              what this is, and is not

without the screen
  ipt-tui new                make a vault
  ipt-tui log                note moods and events, from a prompt or standard input
  ipt-tui review --plain     the same questions line by line, to a screen reader too
                             with --first-week 2 an evening of the first week
  ipt-tui show today         the sessions of the day, what there is to say before each
  ipt-tui show brief         what there is to say before one client's next session
  ipt-tui show session       the last session, or --number N
  ipt-tui show people        the circle, or one person, as plain lines
  ipt-tui show timeline      moods and events, as plain lines
  ipt-tui show talks         talks turn by turn, as plain lines
  ipt-tui show focus         what the course is about, from the focus to the ending
  ipt-tui show measures      questionnaires: scores, what changed, what is due
  ipt-tui show plan          the safety plan
  ipt-tui export json --to F write everything to a file
  ipt-tui export ics --to F  write the sessions to come for a calendar
  ipt-tui export own-notes --to F
                             write a practitioner's own notes as text
  ipt-tui export note --to F write the progress note of a session
  ipt-tui export ending --to F
                             write the page of the ending, to take along
  ipt-tui export plan --to F write the safety plan as text, to print
  ipt-tui export next --to F in your own vault: the card for your next meeting
  ipt-tui import FILE        read such a file, or moods from a CSV
  ipt-tui where              where the vault and its backups are
  ipt-tui backup             make a backup now
  ipt-tui COMMAND --help     the options of a command

options of every command
  --vault PATH               the vault to use, instead of the usual one
  --client CODE              the client meant, where there are several
  --passphrase-file FILE     take the passphrase from the first line of a file
  --quiet                    say nothing but what was asked for
  --version                  which version this is
  -h, --help                 this page

environment
  IPT_TUI_HOME                 the folder in which the vault and its settings are
  IPT_TUI_PASSPHRASE_FILE      as --passphrase-file
  IPT_TUI_PASSPHRASE_COMMAND   a command that prints the passphrase
  IPT_TUI_NOW                  a local date and time to take for now
  NO_COLOR                     if set, no colours

Ends with 0 if it was done, 1 with one sentence if not, 2 if the words were not understood."""
