/** What happened, what was kept, what to do: for each thing that Relais or the way to it may refuse. */
export const refusalsEn = {
  'refusal.not-found': 'This is no longer there, or you may not see it. Nothing was changed.',
  'refusal.not-allowed': 'Your role does not include this. Nothing was changed; ask a team lead or an administrator.',
  'refusal.password.wrong': 'That is not your present password. Nothing was changed; try again.',
  'refusal.sign-in.wrong': 'This e-mail and password do not go together. Check both and try again.',
  'refusal.sign-in.too-many': 'Too many attempts. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'refusal.set-up.done': 'This Relais has already been set up. Sign in, or ask its administrator for an invitation.',
  'refusal.link.invalid':
    'This link is no longer valid: it was used, has expired, or is incomplete. Ask for a new one.',
  'refusal.password.weak': 'This password is too easy to guess. Use at least {min} characters.',
  'refusal.agent.exists': 'Somebody already uses {email}. Nobody was invited.',
  'refusal.agent.last-admin': 'This is the only administrator: name another one first. Nothing was changed.',
  'refusal.ticket.closed': 'This ticket is closed. Your text is kept; reopen the ticket to go on.',
  'refusal.ticket.taken': '{by} has just taken this ticket. Nothing was changed.',
  'refusal.ticket.transition': 'The ticket has changed in the meantime and no longer allows this. Nothing was changed.',
  'refusal.ticket.stale-version': 'The ticket has changed in the meantime: look at it again. Nothing was changed.',
  'refusal.snooze.past': 'That moment has passed. Choose a later one.',
  'refusal.snooze.beyond-target': 'An answer is due by {due}: choose an earlier moment, or ask a team lead.',
  'refusal.regroup.refused':
    '{because, select, same {These are one ticket already.} closed {One of these tickets is closed; reopen it first.} too_late {It is too late to undo this.} nothing {Nothing was chosen.} everything {Leave at least one thread where it is.} other {The tickets have changed in the meantime.}} Nothing was changed.',
  'refusal.transfer.note': 'A note is needed when the lane changes: what must the next person know?',
  'refusal.ticket.stale':
    '{newer, plural, one {# new item} other {# new items}} since you began writing. Your text is kept: read again, or send anyway.',
  'refusal.reply.empty': 'There is nothing to send yet. Write something or attach a file.',
  'refusal.reply.too-long': 'Too long by {over} ({length} of {max}). Your text is kept; shorten it.',
  'refusal.reply.window-closed':
    'The network closed the reply window. Your text is kept; wait for the customer to write, or answer another way.',
  'refusal.reply.no-way': 'There is no way to answer here any more. Your text is kept; choose another way.',
  'refusal.reply.private-used':
    'This comment has already been answered in private, which is allowed once. Your text is kept.',
  'refusal.reply.too-late': 'A reply can be planned at most {days} days ahead. Your text is kept.',
  'refusal.reply.files': 'At most {max, plural, one {# file} other {# files}} here. Your text is kept; remove some.',
  'refusal.reply.other-body':
    'An earlier version of this reply had already left. What you wrote since is kept as a new reply.',
  'refusal.message.state': 'This message has changed in the meantime. Nothing was done; look at its state.',
  'refusal.moderation.refused':
    '{because, select, not_possible {The network does not offer this here.} private {What is said in private cannot be moderated.} reason {Choose a reason of the charter.} text {Write the new text first.} open {Another act on this message is under way.} already {This is done already.} gone {The message is gone.} own {Somebody else must decide on what you asked for.} other {The message has changed in the meantime.}} Nothing was changed.',
  'refusal.bulk.undo':
    '{because, select, late {It is too late to undo this.} running {This is still under way; undo it once it is done.} other {This can no longer be undone.}} Nothing was changed.',
  'refusal.person.join':
    '{because, select, same {This is one person already.} nothing {There is nothing to join or part here.} other {These people have changed in the meantime.}} Nothing was changed.',
  'refusal.account.refused': 'The network refused these details ({code}): {detail}',
  'refusal.account.exists': 'This account is already connected as {name}. Nothing was changed.',
  'refusal.account.other':
    'These details belong to another account ({got}) than the one to repair ({expected}). Nothing was changed.',
  'refusal.account.fields': 'Some fields are missing or wrong: {fields}. What you typed is kept.',
  'refusal.network.unknown': 'This Relais does not know that network.',
  'refusal.delivery.state': 'This delivery has changed in the meantime. Nothing was replayed.',
  'refusal.file.too-large': 'The file is larger than {max}. It was not attached; your text is kept.',
  'refusal.sla.stale':
    'Somebody has changed the calendars or promises in the meantime. Nothing was saved: load them again.',
  'refusal.calendar.invalid': 'The calendar “{name}” cannot be used ({why}). Nothing was saved.',
  'refusal.calendar.used': 'The calendar “{calendar}” is used by “{policy}”: change that one first. Nothing was saved.',
  'refusal.policy.invalid': 'The promise “{name}” cannot be used ({why}). Nothing was saved.',
  'refusal.ical.invalid': 'Line {line} of the calendar file cannot be followed ({why}). Nothing was added.',
  'refusal.validation': 'Some of it cannot be accepted: {fields}. What you typed is kept.',
  'refusal.session.none': 'You have been signed out. Your drafts are kept; sign in again.',
  'refusal.internal': 'Something failed at our end and nothing was changed. Try again; if it stays, quote {reference}.',
  'refusal.busy': 'Relais is overloaded for a moment. Nothing was changed; try again shortly.',
  'refusal.no-answer': 'Relais did not answer. What you typed is kept; trying again is safe.',
  'refusal.offline': 'You are offline. Your text is kept; send it when the connection is back.',
} as const;
