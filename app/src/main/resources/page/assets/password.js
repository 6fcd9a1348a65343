// One's own password, on the live page, whose words it uses.
'use strict';
(() => {
  const dialog = byId('change'), form = byId('password'), fields = ['before', 'after', 'again'].map(byId);
  const refuse = key => { const p = byId('refused'); p.hidden = !key; if (key) { p.dataset.say = key; p.textContent = Words.say(key); } };
  const show = done => { form.hidden = done; byId('changed').hidden = byId('close').hidden = !done; };
  byId('own').addEventListener('click', () => { form.reset(); refuse(null); show(false); byId('user').value = self ? self.name : ''; dialog.showModal(); });
  for (const id of ['cancel', 'close']) byId(id).addEventListener('click', () => dialog.close());
  form.addEventListener('submit', async e => {
    e.preventDefault(); refuse(null);
    const [before, after, again] = fields.map(field => field.value);
    if (after !== again) { refuse('differ'); return; }
    byId('save').disabled = true;
    try {
      const answer = await fetch('/api/v1/me/password', {
        method: 'POST', body: JSON.stringify({ oldPassword: before, newPassword: after }),
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': document.querySelector('[name=_csrf]').value },
      });
      if (answer.status === 401) location.href = '/login';
      if (answer.ok) { form.reset(); show(true); } else refuse({ 422: 'unfit', 429: 'often' }[answer.status] || 'failed');
    } catch (failure) { refuse('failed'); }
    byId('save').disabled = false;
  });
})();
