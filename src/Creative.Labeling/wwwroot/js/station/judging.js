// A judgement as a pure function of what the designer did, in order. Taking back is leaving out the last action, so nothing
// that is shown can differ from what would be sent.
//
// An action is one of
//   { type: 'verdict', value: 'usable' | 'unusable' | 'unsure' }
//   { type: 'choose', dimension }            which dimension is at fault
//   { type: 'score', dimension, value }      a whole number from the dimension's min to its max
//   { type: 'pass', dimension }              left open on purpose; nothing is sent for it
//   { type: 'mark', mark: { dimension, kind, x, y, radius } }
//   { type: 'finish' }                       the rest is left open
//
// No score is ever filled in that nobody gave: what was passed over is absent from the event.

export const VERDICTS = ['usable', 'unusable', 'unsure'];

/** What is known after the actions, and what is asked next. `dimensions`: [{ id, min, max }] in the order asked. */
export function judge(actions, dimensions) {
  const scores = new Map();
  const passed = new Set();
  const marks = [];
  let verdict = null;
  let chosen = null;
  let finished = false;
  for (const action of actions) {
    switch (action.type) {
      case 'verdict': verdict = action.value; chosen = null; break;
      case 'choose': chosen = action.dimension; break;
      case 'score': scores.set(action.dimension, action.value); passed.delete(action.dimension); chosen = null; break;
      case 'pass': passed.add(action.dimension); chosen = null; break;
      case 'mark': marks.push(action.mark); break;
      case 'finish': finished = true; break;
      default: throw new Error(`'${action.type}' is not an action`);
    }
  }
  const open = dimensions.filter((dimension) => !scores.has(dimension.id) && !passed.has(dimension.id));
  const asked = askedNext(verdict, chosen, open, dimensions);
  const complete = verdict !== null && (finished || open.length === 0);
  return { verdict, scores, passed, marks, asked, complete, mayFinish: mayFinish(verdict, scores, marks, dimensions) };
}

// Usable and unsure: every dimension in turn. Unusable: only those at fault, picked by number.
function askedNext(verdict, chosen, open, dimensions) {
  if (verdict === null) return { step: 'verdict' };
  if (chosen !== null) return { step: 'score', dimension: dimensions.find((dimension) => dimension.id === chosen) };
  if (verdict === 'unusable') return { step: 'fault' };
  return open.length > 0 ? { step: 'score', dimension: open[0] } : { step: 'done' };
}

// "Unusable" without a word why teaches nothing: one score or one mark is the least.
function mayFinish(verdict, scores, marks, dimensions) {
  return verdict !== null && (verdict !== 'unusable' || scores.size > 0 || marks.length > 0 || dimensions.length === 0);
}

/** The action that a digit stands for where the designer is now; null: none. */
export function choice(digit, judgement, dimensions) {
  const { asked } = judgement;
  if (asked.step === 'verdict') return digit >= 1 && digit <= VERDICTS.length ? { type: 'verdict', value: VERDICTS[digit - 1] } : null;
  if (asked.step === 'fault') return digit >= 1 && digit <= dimensions.length ? { type: 'choose', dimension: dimensions[digit - 1].id } : null;
  if (asked.step === 'score') {
    // On a scale up to 10 the key 0 is the ten.
    const value = digit === 0 && asked.dimension.min > 0 ? 10 : digit;
    return value >= asked.dimension.min && value <= asked.dimension.max ? { type: 'score', dimension: asked.dimension.id, value } : null;
  }
  return null;
}

/** The action of passing over what is asked; null: there is nothing to pass over. */
export function pass(judgement) {
  return judgement.asked.step === 'score' ? { type: 'pass', dimension: judgement.asked.dimension.id } : null;
}

/** The actions that lead to an answer that was given before, such as one that the server keeps. */
export function actionsOf(answer) {
  const verdict = (answer.verdict ?? '').replace('VERDICT_', '').toLowerCase();
  return [
    ...(VERDICTS.includes(verdict) ? [{ type: 'verdict', value: verdict }] : []),
    ...(answer.marks ?? []).map((mark) => ({ type: 'mark', mark: { x: 0, y: 0, ...mark } })),
    ...Object.entries(answer.scores ?? {}).map(([dimension, value]) => ({ type: 'score', dimension, value })),
    { type: 'finish' },
  ];
}
