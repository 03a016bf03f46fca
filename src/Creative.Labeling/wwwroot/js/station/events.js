// Events as the contract defines them, in protobuf's JSON.

/** A new event about an item. `times`: { shownAt, decidedAt } in milliseconds since 1970. */
export function itemEvent(kind, session, entry, times) {
  return {
    eventId: crypto.randomUUID(),
    kind: `EVENT_KIND_${kind}`,
    project: session.project,
    itemId: entry.itemId,
    leaseId: entry.leaseId,
    shownAt: new Date(times.shownAt).toISOString(),
    decidedAt: new Date(times.decidedAt).toISOString(),
    sessionId: session.id,
    uiVersion: session.uiVersion,
  };
}

/** A judgement of an item. */
export function scoreEvent(session, entry, judgement, times) {
  return {
    ...itemEvent('SCORE', session, entry, times),
    verdict: `VERDICT_${judgement.verdict.toUpperCase()}`,
    scores: Object.fromEntries(judgement.scores),
    marks: judgement.marks,
  };
}

/** Takes back an event that was made before. */
export function undoEvent(session, past, times) {
  return { ...itemEvent('UNDO', session, past, times), supersedes: past.eventId };
}
