//! The names of the steps a plan can hold. What each says, and where it links to, is content: `guides/stolen.toml`.
//!
//! A name starts with what the step is. It never changes, because ticks and drafts are kept by it.

use crate::step::StepId;

macro_rules! names {
    ($($(#[$what:meta])* $name:ident = $slug:literal;)+) => {
        $($(#[$what])* pub const $name: StepId = StepId::new($slug);)+

        /// Every step a plan can hold, in the order in which a page without scripts shows them.
        pub const ALL: &[StepId] = &[$($name),+];
    };
}

names! {
    /// Ring the emergency number, and do nothing else.
    CALL_999 = "call-999";
    /// Mark an iPhone as lost on the page that asks for no code.
    LOCK_IPHONE = "lock-iphone";
    /// Lock an Android phone with nothing but its phone number.
    LOCK_ANDROID_NUMBER = "lock-android-number";
    /// Lock a Huawei phone through HUAWEI ID.
    LOCK_HUAWEI = "lock-huawei";
    /// Have the network bar the SIM and block the phone.
    NETWORK_BAR = "network-bar";
    /// Reach the bank through 159.
    BANK_159 = "bank-159";
    /// Reach the bank from outside the United Kingdom.
    BANK_ABROAD = "bank-abroad";
    /// Have the number moved to a new SIM, which brings codes back.
    NETWORK_REPLACE_SIM = "network-replace-sim";
    /// Change the e-mail password and end every session.
    EMAIL_SIGN_OUT = "email-sign-out";
    /// Change the password of the account the phone itself belongs to.
    ACCOUNTS_PHONE_PASSWORD = "accounts-phone-password";
    /// See where an iPhone is.
    FIND_IPHONE = "find-iphone";
    /// See where an Android phone is; also the second way to lock it.
    FIND_ANDROID = "find-android";
    /// Samsung's own finder, besides Google's.
    FIND_SAMSUNG = "find-samsung";
    /// See where a Huawei phone is.
    FIND_HUAWEI = "find-huawei";
    /// Force or a threat was used: 999, or 101 once it is over.
    POLICE_ROBBERY_999 = "police-robbery-999";
    /// The same outside the United Kingdom.
    POLICE_ROBBERY_ABROAD = "police-robbery-abroad";
    /// Tell the police, place not said.
    POLICE_ANY = "police-any";
    /// Tell the Metropolitan Police.
    POLICE_LONDON = "police-london";
    /// Tell the British Transport Police.
    POLICE_RAIL = "police-rail";
    /// Tell the City of London Police.
    POLICE_CITY_OF_LONDON = "police-city-of-london";
    /// Tell the local force in England or Wales.
    POLICE_ENGLAND_WALES = "police-england-wales";
    /// Tell Police Scotland.
    POLICE_SCOTLAND = "police-scotland";
    /// Tell the Police Service of Northern Ireland.
    POLICE_NORTHERN_IRELAND = "police-northern-ireland";
    /// Tell the local police abroad.
    POLICE_ABROAD = "police-abroad";
    /// Lost, not stolen: there is no crime reference, and what to have instead.
    POLICE_LOST = "police-lost";
    /// Put the phone on the register that police search.
    REGISTER_IMMOBILISE = "register-immobilise";
    /// Find the IMEI without the phone.
    REGISTER_FIND_IMEI = "register-find-imei";
    /// Tell the insurer in time.
    INSURER_CLAIM = "insurer-claim";
    /// Keep the bill small.
    WATCH_BILL = "watch-bill";
    /// Tell an employer's help desk.
    WORK_TELL = "work-tell";
    /// Take WhatsApp back.
    ACCOUNTS_WHATSAPP = "accounts-whatsapp";
    /// Social accounts, password manager, shops.
    ACCOUNTS_OTHERS = "accounts-others";
    /// Expect "your phone was found".
    WATCH_SCAMS = "watch-scams";
    /// Watch for loans in one's own name.
    WATCH_CREDIT = "watch-credit";
    /// Erase, once nobody looks for the phone any more.
    FIND_ERASE = "find-erase";
    /// Calls for people who do not hear or speak.
    CALL_RELAY = "call-relay";
    /// Somebody to talk to.
    SUPPORT_VICTIMS = "support-victims";
    /// It turned up again: what to undo.
    FOUND_AGAIN = "found-again";
    /// Do not go after it.
    DO_NOT_CHASE = "do-not-chase";
    /// Do not take the phone off the account.
    DO_NOT_REMOVE = "do-not-remove-from-account";
    /// Do not answer "your phone was found".
    DO_NOT_ANSWER = "do-not-answer-found";
    /// Do not erase it yet.
    DO_NOT_ERASE = "do-not-erase-yet";
}
