// A call that goes on, as it comes: both sides, 8,000 samples a second, after the 44 bytes with which a WAV begins.
'use strict';
const Listening = (() => {
  const RATE = 8000, HEAD = 44, AHEAD = 0.2;
  let leave = null, heard = null;
  function stop() { if (leave) leave(); leave = null; heard = null; }
  // `level` is told how loud it is, 0 to 1; `over` why it ended: 'over', 'gone' or 'failed'.
  async function start(id, level, over) {
    stop();
    const wish = new AbortController(), audio = new AudioContext(), own = () => { wish.abort(); audio.close(); };
    leave = own; heard = id;
    let skip = HEAD, odd = null, at = 0, why = 'over';
    try {
      const answer = await fetch('/api/v1/conversations/' + id + '/sound', { signal: wish.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const reader = answer.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        let bytes = part.value.subarray(Math.min(skip, part.value.length)); skip -= part.value.length - bytes.length;
        if (odd !== null) { const joined = new Uint8Array(bytes.length + 1); joined[0] = odd; joined.set(bytes, 1); bytes = joined; odd = null; }
        if (bytes.length % 2) { odd = bytes[bytes.length - 1]; bytes = bytes.subarray(0, -1); }
        if (bytes.length) at = play(audio, bytes, at, level);
      }
    } catch (e) { why = e.message === '404' ? 'gone' : 'failed'; }
    if (leave === own) { stop(); over(why); }
  }
  function play(audio, bytes, at, level) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length), samples = audio.createBuffer(1, bytes.length / 2, RATE), data = samples.getChannelData(0);
    let power = 0;
    for (let i = 0; i < data.length; i++) { data[i] = view.getInt16(2 * i, true) / 32768; power += data[i] * data[i]; }
    level(Math.min(1, 4 * Math.sqrt(power / data.length)));
    const source = audio.createBufferSource(); source.buffer = samples; source.connect(audio.destination);
    // Who is late begins anew a little ahead, so that nothing is cut.
    const begins = at > audio.currentTime ? at : audio.currentTime + AHEAD; source.start(begins);
    return begins + samples.duration;
  }
  return { start, stop, get heard() { return heard; } };
})();
