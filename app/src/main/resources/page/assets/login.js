'use strict';
Words.begin({
  title: ['登录 · 和约', 'Log in · Heyue'],
  lead: ['工作人员登录', 'For staff'],
  wrong: ['用户名或密码不对，或尝试太频繁。', 'The name or the password is wrong, or there were too many tries.'],
  name: ['用户名', 'Name'], password: ['密码', 'Password'], enter: ['登录', 'Log in'],
});
document.getElementById('wrong').hidden = !location.search.includes('error');
