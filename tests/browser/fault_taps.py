"""How does the fault test tap? On the buttons of the player, by their words, from within the page,
so that a tap and what it leads to are told in one breath.
"""

PLAYER = "document.querySelector('session-player')"
SETTLED = """() => document.readyState === 'complete' && (
  document.querySelector('session-player[data-page]') ||
  !document.querySelector('#session-data, session-player'))"""
"""The player stands, or this page has none."""
OUTBOX = """async () => {
  for (const part of Object.values(await import('/static/built/outbox.js'))) {
    try { const found = await part(); if (found?.notInDiary) return found } catch { /* a class */ }
  }
}"""
SEEN = """(player) => {
  const {course} = player, now = Date.now();
  if (!course) return null;
  const {id, planned, affected} = course;
  return {session: id, planned, affected, now, count: course.events.length,
    state: course.at(now), over: player.over,
    swaps: player.state.step === 'movement' && player.data.offered.some(
      (id) => id !== player.state.movement && player.data.movements[id] && player.opens(id))};
}"""
BOTH = """async (player, event) => {
  try { await player.course.add(event); return 'won' } catch (error) { return error.name }
}"""
TELLS = """(box) => {
  if (box.tells) return;
  const add = box.add;
  box.add = async (event) => {
    const kept = await add.call(box, event);
    console.debug('kept ' + JSON.stringify([kept.uuid, event]));
    return kept;
  };
  box.tells = true;
}"""
"""Each entry is told to the ledger at the moment at which the page takes it for kept."""

TOOLS = """
  const {words} = player;
  const buttons = () => [...player.querySelectorAll('button')];
  const press = (label) => {
    const found = buttons().find((one) => one.textContent.trim().startsWith(label));
    found?.click();
    return !!found;
  };
  const idle = async () => {
    do await new Promise((done) => setTimeout(done, 10));
    while (player.hasAttribute('data-busy') || player.hasAttribute('data-stopping'));
    await player.updateComplete;
  };
  const pressed = async (label) => {
    // An answer that was begun before a reload is taken back first.
    for (let left = 9; left && !press(label); left -= 1) {
      if (!press(words.own('back'))) throw new Error(`${player.dataset.page} has no ${label}`);
      await idle();
    }
  };
  const until = async (there) => {
    for (let left = 500; left && !(await there()); left -= 1) await idle();
  };
"""
START = f"""async (player) => {{
  {TOOLS}
  await pressed(words.own('start'));
  await until(() => player.course || player.over || player.stale);
}}"""
HERE = f"""async (player) => {{
  {TOOLS}
  await pressed(words.own('elsewhere_here'));
}}"""

ACT = "await player.act(given);"
STOP = "player.querySelector('.stop').click();"
SWAP = """
  await pressed(words.own('swap'));
  await idle();
  const others = [...player.querySelectorAll('.swap button')];
  others[Math.floor(given * others.length)].click();
"""
NOTE = """
  await pressed(words.own('note'));
  await idle();
  player.querySelector('textarea').value = given;
  await pressed(words.own('note_save'));
"""
SAME = """
  const label = {after_set: 'just_as_before', upright: 'just_as_now', settle: given ? 'not_yet' :
    'settled', re_ask: given ? 'still' : 'settled'}[step];
  if (step === 'upright' && press(words.own('answer_now'))) await idle();
  await pressed(words.say(`session.${label}`));
"""
ANSWERED = """
  const [lowest, pain, fresh] = given;
  if (step === 'upright' && press(words.own('answer_now'))) await idle();
  for (let left = 20; left && player.state.step === step; left -= 1) {
    const key = player.dataset.page.split(' ').at(-1);
    if (key.startsWith('lowest')) await pressed(words.say(`step.${lowest}`));
    else if (key.startsWith('pain')) {
      buttons().find((one) => one.textContent.trim() === pain).click();
    } else if (key === 'new') {
      for (const one of fresh) player.querySelector(`#new-${one}`).click();
      await idle();
      player.querySelector('.session-bar button:not(.stop)').click();
    } else await pressed(words.own('check_yes'));
    await idle();
    if (key === 'check') break;
  }
"""


def tap(what: str) -> str:
    """One tap, or the few of one answer; told is what it led to, and what the page says if it led
    to nothing. A button of a step is gone once the step is over, which the clock can bring about.
    """
    return f"""async (player, [step, given, wait]) => {{
      {TOOLS}
      const box = player.outbox, known = new Set((await box.all()).map((one) => one.uuid));
      const kept = async () => (await box.all()).filter((one) => !known.has(one.uuid));
      const beside = () => !player.over || ['note', 'swap'].includes(player.over);
      const changed = () => !beside() || player.state.step !== step;
      if (changed()) return {{kept: [], excuse: 'the step is over'}};
      const tapped = (async () => {{ {what} }})().catch((error) => {{
        if (!changed()) throw error;
      }});
      if (!wait) return null;
      await tapped;
      await until(async () => changed() || (await kept()).length);
      await idle();
      const excuse = changed() ? `${{player.over}}, ${{player.state.step}}` : '';
      return {{kept: await kept(), excuse}};
    }}"""
