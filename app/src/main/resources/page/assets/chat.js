'use strict';
Words.begin({
  title: ['和您商量还款', 'Talk with us'], name: ['和约智能助手', 'Heyue assistant'],
  label: ['本服务由人工智能生成合成', 'This service is AI-generated'],
  welcome: ['您好', 'Hello'], explain: ['有一件事想和您本人商量。为了保护您的隐私，打开后会先核对身份，之前不会提到任何内容。', 'There is something to talk over with you in person. To protect your privacy we first make sure that it is you, and say nothing about it before.'],
  open: ['打开会话', 'Open the conversation'], doubt: ['担心是诈骗？在这里核验', 'Afraid of fraud? Check here'],
  closedTitle: ['这个链接现在打不开', 'This link does not open now'], hint: ['写下您想说的话', 'Your message'], send: ['发送', 'Send'],
  person: ['找人工', 'Talk to a person'], stop: ['不要再联系我', 'Stop contacting me'], sure: ['确定以后不再联系您吗？', 'Shall we stop contacting you?'], yes: ['确定', 'Yes, stop'], no: ['取消', 'Cancel'],
  unknown: ['没有找到这个链接，可能没有复制完整。', 'There is no such link. Maybe it was not copied whole.'], used: ['它已经在另一台设备或浏览器里打开过，请回到那里继续。', 'It was opened on another device or browser before; please go on there.'],
  left: ['为了保护您的隐私，会话打开 12 小时后就看不到了。需要时请拨打人工电话。', 'To protect your privacy, a conversation can be seen for 12 hours after it was opened. If you need anything, please call us.'],
  expired: ['它已经过期了。', 'It has expired.'], not_permitted: ['现在不方便谈这件事。', 'This must not be talked about now.'], busy: ['请过一会儿再试。', 'Please try again in a while.'],
  hotline: ['人工电话：', 'To reach a person: '], code: ['核验码 ', 'Code '], over: ['会话已结束。您仍可以在这里查看内容。', 'The conversation has ended. You can still read it here.'],
  again: ['连接断开了，正在重新连接…', 'The connection broke; connecting again …'], slower: ['消息太快了，请稍等再发。', 'That was too quick; please wait a little.'],
  tooLong: ['这条消息太长了，请分开发送。', 'This message is too long; please send it in parts.'], failed: ['刚才的消息没有收到，请再发一次。', 'Your last message did not arrive; please send it again.'],
  unanswered: ['没有收到回应，可能是网络断了。请再点一次。', 'There was no answer; maybe the network is down. Please tap once more.'],
  print: ['打印或保存', 'Print or save'],
  askPerson: ['我想找人工客服', 'I want to talk to a person'], askStop: ['请不要再联系我', 'Please stop contacting me'],
});
const byId = id => document.getElementById(id), token = (location.pathname.match(/[0-9a-f]{16,}/) || [''])[0], opened = 'heyue:' + token;
let last = 0, over = false, socket = null, tries = 0, chat = null, waiting = null;
const shown = new Map();
function note(key) { byId('notice').hidden = !key; if (key) { byId('notice').dataset.say = key; byId('notice').textContent = Words.say(key); } else delete byId('notice').dataset.say; }
function place(hotline) {
  document.querySelectorAll('.hotline').forEach(e => {
    e.replaceChildren(); if (!hotline) return;
    const call = document.createElement('a'); call.href = 'tel:' + hotline; call.textContent = hotline; e.append(Words.say('hotline'), call);
  });
}
function latest() { const all = byId('said').children; if (all.length) all[all.length - 1].scrollIntoView({ block: 'end' }); }
function add(said) {
  if (shown.has(said.seq)) return;
  if (waiting && said.side === 'person') { waiting.remove(); waiting = null; }
  const item = document.createElement('li'); item.className = said.side; item.textContent = said.text;
  const time = document.createElement('small'); time.textContent = new Date(said.at).toLocaleTimeString(Words.lang === 'zh' ? 'zh-CN' : 'en', { hour: '2-digit', minute: '2-digit' });
  item.append(time); shown.set(said.seq, item); last = Math.max(last, said.seq);
  let before = null; for (const [seq, other] of shown) if (seq > said.seq && (!before || seq < before.seq)) before = { seq, other };
  byId('said').insertBefore(item, before ? before.other : waiting);
  item.scrollIntoView({ block: 'end', behavior: 'smooth' });
}
function begin(view) {
  chat = view; byId('start').hidden = true; byId('foot').hidden = false; if (Words.lang !== view.lang) { Words.speak(view.lang); label(); }
  place(view.hotline); byId('code').textContent = Words.say('code') + view.code;
  view.messages.forEach(add); if (view.over) end(); else if (matchMedia('(pointer: fine)').matches) byId('text').focus(); connect();
}
function agree(m) {
  const box = byId('agreement'), say = (id, text) => { byId(id).textContent = text; byId(id).hidden = !text; };
  box.lang = m.lang === 'zh' ? 'zh-CN' : 'en'; box.querySelector('summary').textContent = m.title;
  say('whole', m.whole); say('pay', m.pay); say('reach', m.person);
  byId('sums').replaceChildren(...m.sums.map(sum => { const item = document.createElement('li'); item.textContent = sum; return item; }));
  if (box.hidden) { box.hidden = false; box.open = true; }
  latest();
}
function end() { over = true; note('over'); byId('form').hidden = document.querySelector('.help').hidden = true; }
function connect() {
  socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/ws/chat?code=' + chat.code);
  socket.onopen = () => { tries = 0; if (!over) note(null); socket.send(JSON.stringify({ type: 'since', after: last })); };
  socket.onmessage = event => {
    const m = JSON.parse(event.data);
    if (m.type === 'said') { add(m); if (!over) note(null); } else if (m.type === 'agreement') agree(m); else if (m.type === 'over') end();
    else { if (waiting) { byId('text').value = waiting.dataset.text; waiting.remove(); waiting = null; } note(m.type); }
  };
  socket.onclose = async () => {
    if (over) return; note('again'); tries += 1;
    // A session that has run out never opens again; say so instead of trying for ever.
    if (tries > 1) { const known = await fetch('/c/session?code=' + chat.code).catch(() => null); if (known && known.status === 404) { end(); note('left'); return; } }
    setTimeout(connect, Math.min(15000, 500 * 2 ** Math.min(tries, 5)));
  };
}
setInterval(() => { if (socket && socket.readyState === 1) socket.send(JSON.stringify({ type: 'since', after: last })); }, 15000);
function say(text) {
  if (!text.trim() || over || !socket || socket.readyState !== 1) return false;
  socket.send(JSON.stringify({ type: 'say', text }));
  if (waiting) waiting.remove();
  waiting = document.createElement('li'); waiting.className = 'person sending'; waiting.textContent = text; waiting.dataset.text = text; byId('said').append(waiting); waiting.scrollIntoView({ block: 'end' });
  return true;
}
function mine() { try { return localStorage.getItem(opened); } catch (e) { return null; /* private mode */ } }
function closed(view) { byId('start').hidden = true; byId('closed').hidden = false; byId('why').dataset.say = view.reason; byId('why').textContent = Words.say(view.reason); place(view.hotline); }
async function resume() { const answer = await fetch('/c/session?code=' + mine()); if (!answer.ok) return false; begin(await answer.json()); return true; }
// Where the answer is lost the link isn't: whoever taps again comes in, as long as nobody else did.
async function ask() {
  const patience = new AbortController(), bell = setTimeout(() => patience.abort(), 20000);
  try {
    const answer = await fetch('/c/open', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token }), signal: patience.signal });
    if (answer.status === 429) return { reason: 'busy' };
    return answer.ok || answer.status === 410 ? await answer.json() : null;
  } catch (e) { return null; } finally { clearTimeout(bell); }
}
async function open() {
  byId('open').disabled = true; note(null);
  const view = await ask();
  if (!view) { byId('open').disabled = false; note('unanswered'); return; }
  if (view.code) { try { localStorage.setItem(opened, view.code); } catch (e) { /* private mode */ } begin(view); return; }
  if (view.reason === 'used' && mine()) view.reason = 'left';
  closed(view);
}
byId('open').addEventListener('click', open);
byId('form').addEventListener('submit', e => { e.preventDefault(); if (say(byId('text').value)) { byId('text').value = ''; fit(); } });
byId('text').addEventListener('keydown', e => { if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) { e.preventDefault(); byId('form').requestSubmit(); } });
function fit() { const t = byId('text'); t.style.height = 'auto'; t.style.height = t.scrollHeight + 2 + 'px'; }
byId('text').addEventListener('input', fit);
byId('person').addEventListener('click', () => say(Words.say('askPerson')));
byId('stop').addEventListener('click', () => byId('sure').showModal());
byId('yes').addEventListener('click', () => { byId('sure').close(); say(Words.say('askStop')); });
byId('no').addEventListener('click', () => byId('sure').close());
function label() { byId('lang').textContent = Words.lang === 'zh' ? 'English' : '中文'; if (chat) { place(chat.hotline); byId('code').textContent = Words.say('code') + chat.code; } }
byId('lang').addEventListener('click', () => { Words.toggle(); label(); });
label();
byId('print').addEventListener('click', () => { byId('agreement').open = true; window.print(); });
// With a keyboard on a small screen there is no room for both.
byId('text').addEventListener('focus', () => { if (window.innerHeight < 620) byId('agreement').open = false; latest(); });
(async () => { if (!(mine() && await resume().catch(() => false))) byId('start').hidden = false; })();
