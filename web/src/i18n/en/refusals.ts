/** What happened, what was kept, what to do: for each thing that Relais or the way to it may refuse. */
export const refusalsEn = {
  'refusal.not-found': 'This is no longer there, or you may not see it. Nothing was changed.',
  'refusal.not-allowed': 'Your role does not include this. Nothing was changed; ask a team lead or an administrator.',
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
  'refusal.reply.files': 'At most {max, plural, one {# file} other {# files}} here. Your text is kept; remove some.',
  'refusal.reply.other-body':
    'An earlier version of this reply had already left. What you wrote since is kept as a new reply.',
  'refusal.message.state': 'This message has changed in the meantime. Nothing was done; look at its state.',
  'refusal.account.refused': 'The network refused these details ({code}): {detail}',
  'refusal.account.exists': 'This account is already connected as {name}. Nothing was changed.',
  'refusal.account.other':
    'These details belong to another account ({got}) than the one to repair ({expected}). Nothing was changed.',
  'refusal.account.fields': 'Some fields are missing or wrong: {fields}. What you typed is kept.',
  'refusal.network.unknown': 'This Relais does not know that network.',
  'refusal.delivery.state': 'This delivery has changed in the meantime. Nothing was replayed.',
  'refusal.file.too-large': 'The file is larger than {max}. It was not attached; your text is kept.',
  'refusal.validation': 'Some of it cannot be accepted: {fields}. What you typed is kept.',
  'refusal.session.none': 'You have been signed out. Your drafts are kept; sign in again.',
  'refusal.internal': 'Something failed at our end and nothing was changed. Try again; if it stays, quote {reference}.',
  'refusal.busy': 'Relais is overloaded for a moment. Nothing was changed; try again shortly.',
  'refusal.no-answer': 'Relais did not answer. What you typed is kept; trying again is safe.',
  'refusal.offline': 'You are offline. Your text is kept; send it when the connection is back.',
} as const;
