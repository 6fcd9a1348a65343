'use strict';
Words.begin({
  title: ['和约', 'Heyue'], verify: ['核验一条消息是不是真的', 'Check whether a message is genuine'],
  missing: ['没有这个页面', 'There is no such page'], missingDo: ['地址可能没有复制完整。请重新打开消息里的链接。', 'Maybe the address was not copied whole. Please open the link in the message again.'],
  refused: ['这里不能打开', 'This can’t be opened'], refusedDo: ['您的账号没有这项权限，或者页面已经过期。请返回重试。', 'Your account may not do this, or the page has expired. Please go back and try again.'],
  broken: ['出了点问题', 'Something went wrong'], brokenDo: ['是我们的原因，请过一会儿再试。', 'It is our fault. Please try again in a while.'],
});
