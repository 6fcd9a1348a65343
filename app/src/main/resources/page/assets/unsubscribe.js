'use strict';
Words.begin({ title: ['不再收到邮件', 'No more e-mail'], lead: ['以后不再用邮件联系您。其他事情不受影响。', 'We will not write to you by e-mail any more. Nothing else changes.'], yes: ['确定', 'Stop e-mail'], done: ['好的，已经停止。', 'Done. It has stopped.'], bad: ['这个链接不完整。', 'This link is not whole.'] });
document.getElementById('form').addEventListener('submit', async e => {
  e.preventDefault(); const answer = await fetch(location.pathname, { method: 'POST' }), a = document.getElementById('answer');
  a.dataset.say = answer.ok ? 'done' : 'bad'; a.className = answer.ok ? 'good' : 'bad'; a.textContent = Words.say(a.dataset.say); document.getElementById('yes').hidden = answer.ok;
});
