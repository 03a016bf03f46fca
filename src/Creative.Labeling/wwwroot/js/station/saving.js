// The line that says where the work is.
export function showSaving({ link, waiting, foreign, refused }, say, dialogs) {
  const line = document.getElementById('saving');
  const state = link !== 'ok' ? link : waiting > 0 ? 'waiting' : 'saved';
  line.dataset.state = state;
  line.dataset.waiting = waiting;
  line.querySelector('.text').textContent = say(`saving.${state}`, { n: waiting });
  line.querySelector('a').hidden = link !== 'signed-out';
  const button = line.querySelector('button');
  button.hidden = refused.length === 0;
  button.textContent = say('saving.refused', { n: refused.length });
  button.onclick = () => dialogs.refused(refused);
  line.title = foreign > 0 ? say('saving.foreign', { n: foreign }) : '';
}
