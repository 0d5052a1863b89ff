//! Bringing a copy back into a record: what would change, said before anything does.
//!
//! What stands here stays. A copy adds phones, numbers, missing details, ticks and chosen guides; it never takes one away or writes over
//! one. Doing it twice does no more than doing it once. Who wants the copy instead of what is here replaces the record,
//! and can go back as long as the old one is at hand.

use crate::change::Change;
use crate::detail::Detail;
use crate::phone::{Phone, PhoneId};
use crate::record::Record;
use crate::step::StepId;
use crate::tick::Tick;

/// What a copy holds, seen from the record it would be merged into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Preview {
    /// How many phones the copy has.
    pub phones: usize,
    /// Phones that are not here yet.
    pub new: usize,
    /// Phones that are here, with everything that the copy says of them.
    pub same: usize,
    /// Phones that are here, of which the copy says more or something else. What is here stays; what is missing is added.
    pub differing: usize,
    /// Steps that the copy says something of and that have no tick here.
    pub ticks: usize,
    /// Guides that the plan of the copy has and the plan here has not.
    pub chosen: usize,
    /// How many phones there would be.
    pub total: usize,
}

/// There would be more phones than one record holds. Nothing was merged; replacing is still possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoesNotFit {
    /// The most that one record holds.
    pub most: usize,
    /// How many there would be.
    pub total: usize,
}

impl Preview {
    /// The merged phones fit in one record.
    pub const fn fits(&self) -> bool {
        self.total <= Record::MOST_PHONES
    }

    /// All that the copy says stands here already.
    pub const fn is_all_here(&self) -> bool {
        self.same == self.phones && self.ticks == 0 && self.chosen == 0
    }
}

/// What merging a copy's record into this one would do.
pub fn preview(kept: &Record, copy: &Record) -> Preview {
    Merging::of(kept, copy).preview
}

/// The record with everything of the copy in it.
pub fn merge(kept: &Record, copy: &Record) -> Result<Record, DoesNotFit> {
    let Merging { preview, phones } = Merging::of(kept, copy);
    let changes = phones.into_iter().filter_map(|(place, phone)| {
        let Some((place, before)) = place.and_then(|place| Some((place, kept.phone(place)?))) else {
            return Some(Change::Add(phone));
        };
        (*before != phone).then(|| Change::Amend(place, Box::new(before.clone()), phone))
    });
    let ticks = unmarked(kept, copy).map(|(step, tick)| Change::Mark(step.clone(), Some(*tick)));
    let chosen = copy.chosen.difference(&kept.chosen).map(|choice| Change::Choose(*choice, true));
    let mut merged = kept.clone();
    for change in changes.chain(ticks).chain(chosen) {
        // Only the number of phones can refuse: every place that is edited was read from the same record.
        merged.apply(change).map_err(|_| DoesNotFit { most: Record::MOST_PHONES, total: preview.total })?;
    }
    Ok(merged)
}

/// The copy's ticks on steps that have none here.
fn unmarked<'a>(kept: &Record, copy: &'a Record) -> impl Iterator<Item = (&'a StepId, &'a Tick)> {
    copy.ticks.iter().filter(|(step, _)| kept.tick(step).is_none())
}

/// One merge, phone by phone.
struct Merging {
    /// The phones as they will be: those of the record first, with their places.
    phones: Vec<(Option<PhoneId>, Phone)>,
    preview: Preview,
}

/// What a phone of the copy finds here.
enum Meeting {
    /// All that it says.
    Agreement,
    /// Nothing that it could add to, but other words for the same detail.
    Contradiction,
    /// A phone, by its index, that grows into this one.
    Growth(usize, Phone),
    /// No such phone, or one with so many other numbers that one phone cannot hold them all.
    Nothing,
}

impl Merging {
    fn of(kept: &Record, copy: &Record) -> Self {
        let phones = kept.phones().map(|(place, phone)| (Some(place), phone.clone())).collect();
        let mut merging = Self { phones, preview: Preview::default() };
        for (_, phone) in copy.phones() {
            merging.preview.phones += 1;
            merging.take(phone);
        }
        merging.preview.ticks = unmarked(kept, copy).count();
        merging.preview.chosen = copy.chosen.difference(&kept.chosen).count();
        merging.preview.total = merging.phones.len();
        merging
    }

    fn take(&mut self, phone: &Phone) {
        match self.meet(phone) {
            Meeting::Agreement => self.preview.same += 1,
            Meeting::Contradiction => self.preview.differing += 1,
            Meeting::Growth(index, grown) => {
                self.preview.differing += 1;
                if let Some((_, kept)) = self.phones.get_mut(index) {
                    *kept = grown;
                }
            }
            Meeting::Nothing => {
                self.preview.new += 1;
                self.phones.push((None, phone.clone()));
            }
        }
    }

    fn meet(&self, phone: &Phone) -> Meeting {
        let mut met = Meeting::Nothing;
        for (index, (_, kept)) in self.phones.iter().enumerate() {
            match grown(kept, phone) {
                Some(grown) if grown != *kept => {
                    if let Meeting::Nothing = met {
                        met = Meeting::Growth(index, grown);
                    }
                }
                // Where one phone has it all, no other grows: else a merge would go on at each repetition.
                Some(_) if contradicts(kept, phone) => met = Meeting::Contradiction,
                Some(_) => return Meeting::Agreement,
                None => {}
            }
        }
        met
    }
}

/// A phone with what another record of it adds; `None` when the other is not of this phone, or adds more numbers than one
/// phone has. Without a number that both have, only the very same words are the same phone.
fn grown(kept: &Phone, more: &Phone) -> Option<Phone> {
    if !kept.is_same_phone(more) {
        return (kept == more).then(|| kept.clone());
    }
    let mut numbers = kept.numbers().to_vec();
    for number in more.numbers().iter().filter(|number| !kept.numbers().contains(number)) {
        match numbers.iter_mut().find(|known| known.same_phone(number)) {
            // The same number, now read without doubt.
            Some(known) if known.checked().is_none() && number.checked().is_some() => *known = *number,
            Some(_) => {}
            None => numbers.push(*number),
        }
    }
    filled(kept, more).with_numbers(numbers).ok()
}

/// A phone with the details that it lacks and another record of it has. Its numbers stay.
fn filled(kept: &Phone, more: &Phone) -> Phone {
    let missing = Detail::ALL.iter().filter(|detail| kept.detail(**detail).is_empty());
    let mut phone = missing.fold(kept.clone(), |phone, detail| {
        // What one phone's line holds, another's holds too: it cannot be refused.
        phone.clone().with(*detail, more.detail(*detail)).unwrap_or(phone)
    });
    phone.platform = phone.platform.or(more.platform);
    phone.medical_id = phone.medical_id.or(more.medical_id);
    phone
}

/// Both records say something of one detail, and not the same.
fn contradicts(one: &Phone, two: &Phone) -> bool {
    // Each gives the other what it lacks: whatever then still differs was said twice.
    filled(one, two).with_numbers(Vec::new()) != filled(two, one).with_numbers(Vec::new())
}
