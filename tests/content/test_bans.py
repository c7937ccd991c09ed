"""Would a bad sentence be caught? Planted ones of each kind, and good ones that must pass.

Hazards: H-08, H-15.
"""

import pytest

from tests.content.bans import BANS, caught

PLANTED = {
    "sounds like a diagnosis": """\
You have sciatica.
You may have a slipped disc.
You probably have a trapped nerve.
You've got an inflamed joint.
You have got an infection.
You must have stenosis.
You could have a clot in your leg.
This means a slipped disc.
That means you have stenosis.
This is a pinched nerve.
It is sciatica.
It sounds like piriformis syndrome.
This shows a herniated disc.
Your answers are clear, so this must be arthritis.
Your nerve is trapped.
Your disc is bulging.
Your spine is unstable.
Your back is weak.
Your joints are inflamed.
Your pain comes from a nerve.
It is caused by your disc.
It is due to a tight piriformis.
The cause of your pain is in the hip.
You are suffering from stenosis.
Our diagnosis is clear.
We diagnosed this from your chart.
We think you pulled a muscle.
We believe it is the hip.
It points to a nerve root.
These are signs of a fracture.
Your sciatic nerve is irritated.
A disc presses on the nerve in your back.
A nerve in your back is under pressure.
It is only a muscle.
It is cancer.""",
    "promises": """\
You do not need to see a doctor.
There is no need to see anyone.
You can wait with this.
This is normal.
It gets better on its own.
This exercise fixes your back.
This move takes the pain away.
You are fine.
Pain is not a sign of harm.
It will get better.
It will go away.
Your pain will pass.
This will help.
You will feel better soon.
You will walk again.
You'll be fine.
It is going to settle.
It is sure to fade.
This cures the pain.
The nerve heals by itself.
It will be fine.
This move is safe.
It is safe for you.
You can safely do this.
It is nothing serious.
There is nothing to worry about.
It is not dangerous.
Don't worry.
Do not worry about it.
No need to worry.
This is harmless.
It is risk-free.
It cannot hurt you.
It won't harm you.
There is no danger.
It always works.
It certainly helps.
You are soon back to normal.
You can relax now.
All is well.
You are pain-free in no time.
We guarantee that.
We promise you a calm leg.
There are no side effects.
It is bound to improve.""",
    "tells to go on against pain": """\
Ignore the tingling.
Push through the pain.
Keep going even if it hurts.""",
    "names a dose": """\
Ibuprofen 400 helps.
Take 400 mg.
Take two tablets.
Take one more tablet.
Take it every 6 hours.
Use it every four to six hours.
A pill three times a day is enough.
Three times a day, take the pill.
Take ibuprofen with food.
Try an anti-inflammatory.
Have some paracetamol.
Use a painkiller first.
Start naproxen.
Swallow half a tablet.
Up to 8 a day are fine.
Up to four a day.
Double the dose at night.
A dose of codeine can help.
Put 20 drops in water.
No more than 4 g a day.
Take 1,000 milligrams.
An extra dose at night may do.
You may take another pill.""",
    "says that something is broken": """\
Your back is damaged.
There is nerve damage.
The disc is degenerated.
It is just wear and tear.
Your discs are worn.
A tear in the disc lets fluid out.
A muscle is torn.
You tore a muscle.
Your spine is crumbling.
A slipped disc presses here.
The disc slips out.
The disc bulges.
The nerve is pinched.
A nerve gets trapped.
The disc has ruptured.
You have a bad back.
A vertebra is out of place.
Your hip is out of joint.
It is bone on bone.
Your pelvis is misaligned.
Your back is fragile.
The joint is decaying.
Your spine breaks down.
A weak spine needs care.""",
    "orders or blames": """\
You should stretch more.
You ought to rest.
It is your own fault.
You failed this set.""",
    "shouts or cheers": """\
Stop now!
Great job.
Well done.
That is awesome.
Keep it up.""",
}
FINE = """\
Your answers resemble pain that follows a nerve down the leg.
You said a leg is weaker.
A nerve may need care fast.
This can be an emergency of the nerves in the back.
Heat may bring a little ease for a short time.
If they say yes: take as little as helps, with food, for the shortest time.
Walk on level ground for 3 to 10 minutes, a few times a day.
Do this 5 to 10 times, 3 times a day.
Stop if the pain moves down.
It may help some people. Studies do not all agree.
Ask a doctor which moves are fine.
A slight pull that goes when you let go is fine.
If they name a pill, ask them how to take it.
You have done this set.
Tell us where you feel it."""


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [(kind, sentence) for kind, text in PLANTED.items() for sentence in text.splitlines()],
)
def test_a_bad_sentence_is_caught(kind: str, sentence: str) -> None:
    assert kind in {found for found, _ in caught(sentence)}


@pytest.mark.parametrize("sentence", FINE.splitlines())
def test_a_good_sentence_passes(sentence: str) -> None:
    assert caught(sentence) == []


def test_every_kind_has_planted_sentences() -> None:
    assert PLANTED.keys() == BANS.keys()
