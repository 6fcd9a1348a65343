'use strict';
Words.begin({
  title: ['此刻 · 和约', 'Now · Heyue'], out: ['退出', 'Log out'],
  own: ['修改密码', 'Password'], change: ['修改我的密码', 'Change my password'], before: ['现在的密码', 'Present password'],
  after: ['新密码（至少 12 个字符）', 'New password (at least 12 characters)'], again: ['再输一次新密码', 'New password once more'],
  save: ['修改', 'Change'], cancel: ['取消', 'Cancel'], close: ['关闭', 'Close'],
  changed: ['密码已修改。您在其他地方的登录都已失效。', 'The password is changed. You are logged out everywhere else.'],
  differ: ['两次输入的新密码不一样。', 'The two new passwords differ.'], often: ['尝试太频繁，请五分钟后再试。', 'Too many tries; please wait five minutes.'],
  unfit: ['没有修改：现在的密码不对，或新密码不合要求。', 'Not changed: the present password is wrong, or the new one can’t be used.'],
  failed: ['没有修改，请再试一次。', 'Not changed; please try again.'],
  campaigns: ['进行中的作业批次（已触达）', 'Running campaigns, people written to'], outcomes: ['会话结果', 'How conversations ended'],
  refusals: ['被规则拦下的联系', 'Contacts that a rule refused'],
  refusalsNote: ['没有发出；每一条都记在账本里。', 'Not sent; each stands in the ledger.'],
  letters: ['消息去向', 'What became of messages'], talks: ['最近的会话', 'Latest conversations'],
  person: ['联系人（已脱敏）', 'Person (masked)'], channel: ['渠道', 'Channel'], began: ['开始', 'Began'],
  messages: ['消息数', 'Messages'], ended: ['结果', 'Outcome'], code: ['核验码', 'Code'], evidence: ['证据', 'Evidence'],
  accounts: ['账户', 'Accounts'], contacts: ['24 小时内联系', 'Contacts in 24 h'], open: ['正在进行的会话', 'Open conversations'],
  verified: ['已核实本人', 'Right party verified'], promises: ['还款承诺', 'Promises'], kept: ['已兑现', 'Kept'],
  decide: ['等待人工决定是否联系', 'Wait for a person to decide'],
  none: ['还没有', 'None yet'], at: ['更新于', 'As of'], lost: ['连接断开，正在重试', 'Connection lost, trying again'], ongoing: ['进行中', 'under way'],
  listen: ['听', 'Listen'], hush: ['停止收听', 'Stop listening'], hearing: ['正在收听，账本已记录：', 'You are listening, and the ledger says so: '],
  over: ['通话已结束。', 'The call is over.'], gone: ['这通电话已经结束。', 'That call is over already.'], lostSound: ['声音断了，请再试一次。', 'The sound was lost; please try again.'],
});
const OUTCOMES = {
  promise: ['承诺还款', 'promise', 'good'], plan: ['分期方案', 'plan', 'good'], partial_promise: ['部分承诺', 'partial promise', 'good'],
  extension: ['延期', 'extension', 'good'], already_paid: ['称已还款', 'already paid', 'good'], callback: ['约定再联系', 'call back', ''],
  dispute: ['异议', 'dispute', 'care'], hardship: ['生活困难', 'hardship', 'care'], vulnerable: ['需要关怀', 'vulnerable', 'care'],
  distress: ['危机关怀', 'distress', 'stop'], wrong_person: ['非本人', 'wrong person', ''], third_party: ['他人接听', 'third party', ''],
  deceased: ['已故', 'deceased', 'care'], stop_contact: ['要求停止联系', 'stop contact', 'stop'], complaint: ['投诉', 'complaint', 'stop'],
  handover: ['转人工', 'handed to a person', 'care'], fraud_concern: ['担心诈骗', 'fear of fraud', 'care'], refused: ['拒绝', 'refused', ''],
  no_agreement: ['未达成', 'no agreement', ''], not_reached: ['未接通', 'not reached', ''], machine: ['语音信箱', 'machine', ''],
};
const LETTERS = { queued: ['待发送', 'queued'], sending: ['发送中', 'sending'], sent: ['已发送', 'sent'], delivered: ['已送达', 'delivered'], failed: ['失败', 'failed'], expired: ['过期未发', 'expired'], unknown: ['不确定', 'unknown'] };
const CHANNELS = { sms: ['短信', 'SMS'], email: ['邮件', 'e-mail'], chat: ['网页', 'web chat'], call: ['电话', 'call'] };
const ROLES = { admin: ['管理员', 'administrator'], operator: ['运营', 'operator'], agent: ['坐席', 'agent'], compliance: ['合规', 'compliance'], viewer: ['观察', 'viewer'] };
const byId = id => document.getElementById(id);
const word = (table, key) => (table[key] ? table[key][Words.lang === 'zh' ? 0 : 1] : key);
const figure = n => Number(n).toLocaleString(Words.lang === 'zh' ? 'zh-CN' : 'en');
function element(tag, className, text) { const e = document.createElement(tag); if (className) e.className = className; if (text !== undefined) e.textContent = text; return e; }
function bars(into, entries, name, refused) {
  const box = byId(into); box.replaceChildren(); box.classList.toggle('refused', !!refused);
  if (!entries.length) { box.append(element('p', 'empty', Words.say('none'))); return; }
  const most = Math.max(...entries.map(e => e[1]), 1);
  for (const [key, count, of] of entries) {
    const row = element('div', 'row'); row.append(element('span', '', name(key)), element('em', '', of === undefined ? figure(count) : figure(count) + ' / ' + figure(of)));
    const bar = element('div', 'bar'), fill = element('i'); fill.style.width = Math.round(100 * count / (of || most)) + '%'; bar.append(fill); row.append(bar); box.append(row);
  }
}
function numbers(s) {
  const made = ['PromiseMade', 'PlanAgreed', 'ExtensionGranted', 'ReductionGranted'].reduce((n, type) => n + (s.promises[type] || 0), 0), kept = s.promises.PromiseKept || 0;
  const list = [['open', s.openConversations, true], ['contacts', s.contactsToday], ['verified', s.rightParty], ['promises', made], ['kept', kept], ['accounts', s.accounts]];
  if (s.needsPerson) list.splice(1, 0, ['decide', s.needsPerson]);
  byId('numbers').replaceChildren(...list.map(([key, n, main]) => { const box = element('div', 'number' + (main ? ' main' : '')); box.append(element('b', '', figure(n)), element('span', '', Words.say(key))); return box; }));
}
// The code of a conversation, and beside it the page that shows why everything in it was lawful.
function proof(c) {
  const cell = element('td', '', c.code); if (!rights.includes('EXPORT_EVIDENCE')) return cell;
  const link = element('a', '', Words.say('evidence')); link.href = '/api/v1/ledger/contacts/' + c.id + '/page?lang=' + Words.lang; link.target = '_blank'; link.rel = 'noopener';
  cell.append(' · ', link); return cell;
}
function conversations(page) {
  byId('talks').hidden = !page; if (!page) return;
  const time = t => t ? new Date(t).toLocaleString(Words.lang === 'zh' ? 'zh-CN' : 'en', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' }) : '';
  byId('conversations').replaceChildren(...page.items.map(c => {
    const row = element('tr'), end = element('td');
    end.append(c.live && rights.includes('LISTEN') ? listen(c) : c.disposition ? element('span', 'chip ' + ((OUTCOMES[c.disposition] || [])[2] || ''), word(OUTCOMES, c.disposition)) : element('span', 'note', Words.say('ongoing')));
    row.append(element('td', '', c.person || ''), element('td', '', word(CHANNELS, c.channel)), element('td', '', time(c.begunAt)), element('td', '', figure(c.messages)), end, proof(c));
    return row;
  }));
  if (!page.items.length) { const row = element('tr'), cell = element('td', 'empty', Words.say('none')); cell.colSpan = 6; row.append(cell); byId('conversations').append(row); }
}
// A call that goes on can be heard by whoever answers for it.
let talk = null, heardLast = '';
function listen(c) {
  const button = element('button', 'quiet', Words.say('listen')); button.type = 'button'; button.disabled = Listening.heard === c.id;
  button.addEventListener('click', () => { talk = c; heardLast = ''; hears(); Listening.start(c.id, level => { byId('level').style.width = Math.round(100 * level) + '%'; }, why => { talk = null; heardLast = why === 'failed' ? 'lostSound' : why; byId('level').style.width = '0'; hears(); }); paint(); });
  return button;
}
function hears() {
  byId('hearing').hidden = !talk && !heardLast; byId('hush').hidden = !talk;
  byId('hears').textContent = talk ? Words.say('hearing') + (talk.person || '') + ' · ' + talk.code : heardLast ? Words.say(heardLast) : '';
}
byId('hush').addEventListener('click', () => { Listening.stop(); talk = null; heardLast = ''; byId('level').style.width = '0'; hears(); paint(); });
let rights = [], last = null, self = null;
function who() { if (self) byId('me').textContent = self.name + ' · ' + word(ROLES, self.role); }
async function get(path) { const answer = await fetch('/api/v1' + path, { headers: { Accept: 'application/json' } }); if (answer.status === 401) location.href = '/login'; if (!answer.ok) throw new Error(answer.status); return answer.json(); }
function paint() {
  if (!last) return; const s = last.summary;
  numbers(s); conversations(last.talks);
  bars('campaigns', s.campaigns.map(c => [c.name, c.written, c.items]), k => k);
  bars('outcomes', Object.entries(s.dispositions), k => word(OUTCOMES, k));
  bars('refusals', Object.entries(s.refusals), k => k, true);
  bars('letters', Object.entries(s.letters), k => word(LETTERS, k));
  byId('when').textContent = Words.say('at') + ' ' + new Date(s.at).toLocaleTimeString(Words.lang === 'zh' ? 'zh-CN' : 'en');
}
async function beat() {
  try {
    const [summary, talks] = await Promise.all([get('/summary'), rights.includes('READ_CASES') ? get('/conversations?limit=15') : null]);
    last = { summary, talks }; byId('pulse').className = 'dot on'; paint();
  } catch (e) { byId('pulse').className = 'dot off'; byId('when').textContent = Words.say('lost'); }
  setTimeout(beat, document.hidden ? 15000 : 3000);
}
byId('lang').addEventListener('click', () => { byId('lang').textContent = Words.toggle() === 'zh' ? 'EN' : '中文'; who(); hears(); paint(); });
byId('lang').textContent = Words.lang === 'zh' ? 'EN' : '中文';
get('/me').then(me => { rights = me.rights; self = me; who(); }).finally(beat);
