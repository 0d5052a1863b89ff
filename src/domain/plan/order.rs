//! The rules that put the steps in order.
//!
//! Locking stands first, because it needs the phone online and a barred SIM may cut it off. Then comes what loses most
//! by waiting. No early step may need a code that goes to the stolen phone.

use super::{Need, Plan, Planned, Reason, When, steps};
use crate::step::StepId;
use crate::triage::{Answers, Item, Kind, Make, Place, Safe, State};

/// All steps for these answers, in order.
pub(super) fn order(answers: Answers) -> Vec<Planned> {
    let case = Case(answers);
    let (mut all, made_room) = keep_short(case.urgent());
    all.extend(made_room);
    all.extend(case.can_wait());
    all.extend(case.warnings());
    if answers.safe != Safe::No {
        return all;
    }
    let emergency = step(steps::CALL_999, When::Now, &[Need::Nothing]).because(Reason::Danger);
    let rest = all.into_iter().map(|step| Planned { when: When::Later, ..step }.because(Reason::Danger));
    std::iter::once(emergency).chain(rest).collect()
}

/// The answers, with the questions that the rules ask of them.
#[derive(Clone, Copy)]
struct Case(Answers);

impl Case {
    /// The steps before "can wait", in order; there may be more than fit.
    fn urgent(self) -> Vec<Planned> {
        let mut list = self.lock();
        let find_early =
            self.0.kind == Kind::Lost && !self.open() && self.0.make != Make::Unknown && self.find_code_free();
        if find_early {
            list.extend(self.find().into_iter().map(|find| find.due(When::Now).because(Reason::Lost)));
        }
        if self.open() {
            list.extend(self.money_first());
        } else {
            list.extend(self.robbery());
            if !self.simple() {
                list.push(self.network());
            }
            list.push(self.bank());
        }
        if !self.code_free() {
            list.push(
                step(steps::NETWORK_REPLACE_SIM, When::Soon, &[Need::Nothing]).because(Reason::CodesOnStolenNumber),
            );
        }
        if !(self.open() && self.code_free()) {
            let email = step(steps::EMAIL_SIGN_OUT, When::Soon, self.sign_in());
            list.push(if self.has(Item::AnotherDevice) { email.because(Reason::SignedInDevice) } else { email });
        }
        if self.phone_password() && !self.has(Item::AnotherDevice) {
            list.push(step(steps::ACCOUNTS_PHONE_PASSWORD, When::Soon, self.sign_in()).because(Reason::PasscodeSeen));
        }
        if !find_early {
            list.extend(self.find());
        }
        if self.0.kind == Kind::Lost {
            list.push(step(steps::POLICE_LOST, When::Soon, &[Need::Nothing]).because(Reason::Lost));
        } else {
            list.push(self.force());
        }
        list.push(step(steps::REGISTER_IMMOBILISE, When::Soon, &[Need::Nothing]));
        list
    }

    /// An open phone: bank and e-mail before the network, and the password of the phone's account if it can be guessed.
    fn money_first(self) -> Vec<Planned> {
        let mut list = Vec::new();
        if self.phone_password() && self.has(Item::AnotherDevice) {
            list.push(
                step(steps::ACCOUNTS_PHONE_PASSWORD, When::Now, &[Need::AnotherDevice]).because(Reason::PasscodeSeen),
            );
        }
        list.push(self.bank().because(Reason::PhoneOpen));
        list.extend(self.robbery());
        if self.code_free() {
            list.push(step(steps::EMAIL_SIGN_OUT, When::Now, self.sign_in()).because(Reason::PhoneOpen));
        }
        if !self.simple() {
            list.push(self.network());
        }
        list
    }

    fn lock(self) -> Vec<Planned> {
        let account = if self.has(Item::AnotherDevice) { &[Need::AnotherDevice] } else { &[Need::AccountPassword] };
        let iphone = step(steps::LOCK_IPHONE, When::Now, account);
        let number = step(steps::LOCK_ANDROID_NUMBER, When::Now, &[Need::VerifiedNumber]);
        match self.0.make {
            Make::Iphone => vec![iphone],
            Make::Pixel | Make::Samsung | Make::OtherAndroid => vec![number],
            Make::Huawei => vec![step(steps::LOCK_HUAWEI, When::Now, account)],
            // Barring it is the nearest thing to a lock.
            Make::Simple => vec![self.network()],
            Make::Unknown => vec![iphone.because(Reason::MakeUnknown), number.because(Reason::MakeUnknown)],
        }
    }

    fn find(self) -> Vec<Planned> {
        let apple = if self.has(Item::AnotherDevice) { &[Need::AnotherDevice] } else { &[Need::AccountPassword] };
        let iphone = step(steps::FIND_IPHONE, When::Soon, apple);
        let signed_in = |id| step(id, When::Soon, self.sign_in());
        match self.0.make {
            Make::Iphone => vec![iphone],
            Make::Pixel | Make::OtherAndroid => vec![signed_in(steps::FIND_ANDROID)],
            Make::Samsung => vec![signed_in(steps::FIND_SAMSUNG)],
            Make::Huawei => vec![signed_in(steps::FIND_HUAWEI)],
            Make::Simple => Vec::new(),
            Make::Unknown => vec![iphone, signed_in(steps::FIND_ANDROID)],
        }
    }

    fn network(self) -> Planned {
        let bar = step(steps::NETWORK_BAR, When::Now, &[Need::Nothing]);
        if self.simple() { bar.because(Reason::NoRemoteLock) } else { bar }
    }

    fn bank(self) -> Planned {
        if self.0.place != Place::Abroad {
            return step(steps::BANK_159, When::Now, &[Need::Nothing]);
        }
        let needs = if self.has(Item::BankCard) { &[Need::BankCard] } else { &[Need::Nothing] };
        step(steps::BANK_ABROAD, When::Now, needs).because(Reason::Place)
    }

    fn robbery(self) -> Option<Planned> {
        let id = if self.0.place == Place::Abroad { steps::POLICE_ROBBERY_ABROAD } else { steps::POLICE_ROBBERY_999 };
        (self.0.kind == Kind::Robbed).then(|| step(id, When::Now, &[Need::Nothing]).because(Reason::Robbed))
    }

    /// The police who answer for the place.
    fn force(self) -> Planned {
        let id = match self.0.place {
            Place::Unknown => return step(steps::POLICE_ANY, When::Soon, &[Need::Nothing]),
            Place::Street | Place::Bus => steps::POLICE_LONDON,
            Place::Rail => steps::POLICE_RAIL,
            Place::CityOfLondon => steps::POLICE_CITY_OF_LONDON,
            Place::ElsewhereEnglandWales => steps::POLICE_ENGLAND_WALES,
            Place::Scotland => steps::POLICE_SCOTLAND,
            Place::NorthernIreland => steps::POLICE_NORTHERN_IRELAND,
            Place::Abroad => steps::POLICE_ABROAD,
        };
        step(id, When::Soon, &[Need::Nothing]).because(Reason::Place)
    }

    fn can_wait(self) -> Vec<Planned> {
        let later = |id, needs: &[Need]| step(id, When::Later, needs);
        let mut list = vec![
            later(steps::REGISTER_FIND_IMEI, &[Need::Nothing]),
            later(steps::INSURER_CLAIM, &[Need::Nothing]),
            later(steps::WATCH_BILL, &[Need::Nothing]),
            later(steps::WORK_TELL, &[Need::Nothing]),
        ];
        if !self.simple() {
            list.push(later(steps::ACCOUNTS_WHATSAPP, &[Need::OwnDevice]));
        }
        list.push(later(steps::ACCOUNTS_OTHERS, &[Need::OwnDevice]));
        list.push(later(steps::WATCH_SCAMS, &[Need::Nothing]));
        list.push(later(steps::WATCH_CREDIT, &[Need::OwnDevice]));
        if !self.simple() {
            list.push(later(steps::FIND_ERASE, &[Need::AccountPassword]));
        }
        if self.0.kind == Kind::Lost {
            // It may turn out to be stolen after all: then this is whom to tell.
            list.push(self.force().due(When::Later));
        }
        list.push(later(steps::CALL_RELAY, &[Need::Nothing]));
        list.push(later(steps::SUPPORT_VICTIMS, &[Need::Nothing]));
        list.push(later(steps::FOUND_AGAIN, &[Need::Nothing]));
        list
    }

    fn warnings(self) -> Vec<Planned> {
        let mut ids = vec![steps::DO_NOT_CHASE];
        if !self.simple() {
            ids.push(steps::DO_NOT_REMOVE);
        }
        ids.push(steps::DO_NOT_ANSWER);
        if !self.simple() {
            ids.push(steps::DO_NOT_ERASE);
        }
        ids.into_iter().map(|id| step(id, When::Not, &[Need::Nothing])).collect()
    }

    fn has(self, item: Item) -> bool {
        self.0.at_hand.has(item)
    }

    /// A phone with no account, which nothing can lock or find from elsewhere.
    fn simple(self) -> bool {
        self.0.make == Make::Simple
    }

    /// Could a stranger be inside the phone now?
    fn open(self) -> bool {
        matches!(self.0.state, State::Unlocked | State::PasscodeSeen)
    }

    /// Can accounts be opened without a code that goes to the stolen phone?
    fn code_free(self) -> bool {
        self.has(Item::AnotherDevice) || self.has(Item::SecondNumber)
    }

    /// Apple's page for finding devices never asks for a code; the others may.
    fn find_code_free(self) -> bool {
        self.0.make == Make::Iphone || self.code_free()
    }

    /// Must the password of the phone's own account change? With the passcode, a thief may change it first.
    fn phone_password(self) -> bool {
        self.0.state == State::PasscodeSeen && !self.simple()
    }

    /// What signing in to an account takes.
    fn sign_in(self) -> &'static [Need] {
        if self.has(Item::AnotherDevice) {
            &[Need::AnotherDevice]
        } else if self.has(Item::SecondNumber) {
            &[Need::AccountPassword]
        } else {
            &[Need::AccountPassword, Need::CodeOnStolenPhone]
        }
    }
}

/// Splits a list that is too long: what loses least by waiting makes room, in its order.
fn keep_short(mut urgent: Vec<Planned>) -> (Vec<Planned>, Vec<Planned>) {
    let mut made_room = Vec::new();
    for rank in 1..=LAST_RANK {
        while urgent.len() > Plan::MOST_URGENT {
            let Some(place) = urgent.iter().position(|step| step.when == When::Soon && rank_of(&step.id) == Some(rank))
            else {
                break;
            };
            made_room.push(urgent.remove(place).due(When::Later).because(Reason::MadeRoom));
        }
    }
    (urgent, made_room)
}

const LAST_RANK: u8 = 4;

/// Which steps may make room, the first to go first. The rest never do.
fn rank_of(id: &StepId) -> Option<u8> {
    let name = id.as_str();
    match name {
        "register-immobilise" => Some(1),
        "network-replace-sim" => Some(3),
        _ if name.starts_with("find-") => Some(2),
        _ if name.starts_with("police-") => Some(4),
        _ => None,
    }
}

fn step(id: StepId, when: When, needs: &[Need]) -> Planned {
    Planned { id, when, needs: needs.to_vec(), because: None }
}

impl Planned {
    fn due(self, when: When) -> Self {
        Self { when, ..self }
    }

    fn because(self, reason: Reason) -> Self {
        Self { because: Some(reason), ..self }
    }
}
