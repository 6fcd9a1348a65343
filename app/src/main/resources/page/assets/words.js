// Two languages side by side. A page says which words it has; an element names its words by data-say.
'use strict';
const Words = (() => {
  let lang = (navigator.language || 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const wished = new URLSearchParams(location.search).get('lang');
  if (wished === 'zh' || wished === 'en') lang = wished;
  let table = {};
  function say(key) { const entry = table[key]; return entry ? entry[lang === 'zh' ? 0 : 1] : key; }
  function show() {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.querySelectorAll('[data-say]').forEach(e => { e.textContent = say(e.dataset.say); });
    document.querySelectorAll('[data-hint]').forEach(e => { e.placeholder = say(e.dataset.hint); e.setAttribute('aria-label', say(e.dataset.hint)); });
    document.querySelectorAll('[data-lang]').forEach(e => { e.textContent = lang === 'zh' ? 'English' : '中文'; e.lang = lang === 'zh' ? 'en' : 'zh-CN'; e.onclick = toggle; });
    if (table.title) document.title = say('title');
  }
  function toggle() { lang = lang === 'zh' ? 'en' : 'zh'; show(); return lang; }
  return {
    begin(words) { table = words; show(); },
    say,
    get lang() { return lang; },
    speak(next) { lang = next; show(); },
    toggle,
  };
})();
