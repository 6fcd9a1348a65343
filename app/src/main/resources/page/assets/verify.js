'use strict';
Words.begin({
  title: ['这条消息是真的吗？', 'Is this contact genuine?'], lead: ['输入消息或会话里的 8 位核验码。', 'Enter the eight digits that the message or conversation shows.'],
  code: ['核验码', 'Code'], check: ['核验', 'Check'], never: ['我们从不索要密码、验证码，也不会让您向个人账户转账。', 'We never ask for a password or a one-time code, and never for a transfer to a private account.'],
  yes: ['是的，这次联系由我们发出。', 'Yes, this contact is from us.'], no: ['我们没有这个核验码。请不要回复那条消息，也不要付款。', 'We know no such code. Please do not answer that message, and do not pay.'],
  bad: ['核验码是 8 位数字。', 'A code has eight digits.'], often: ['查询太频繁，请十分钟后再试。', 'Too many checks; please try again in ten minutes.'],
});
document.getElementById('form').addEventListener('submit', async e => {
  e.preventDefault();
  const say = (key, good) => { const a = document.getElementById('answer'); a.dataset.say = key; a.className = good ? 'good' : 'bad'; a.textContent = Words.say(key); };
  const answer = await fetch('/verify', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code: document.getElementById('code').value }) });
  if (answer.status === 429) say('often'); else if (!answer.ok) say('bad'); else { const yes = (await answer.json()).genuine; say(yes ? 'yes' : 'no', yes); }
});
