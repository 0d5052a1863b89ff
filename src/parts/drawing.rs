//! Our own small drawings: where to look on a phone, a box, a SIM tray.

use leptos::prelude::*;

/// The mark of the site: a ring that still stands open round a phone.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <circle cx="24" cy="24" r="19" pathLength="100" stroke-dasharray="76 24" transform="rotate(-2 24 24)" />
            <circle
                class="gate" cx="24" cy="24" r="19" pathLength="100" stroke-dasharray="15 85"
                transform="translate(2.4 -2.4) rotate(288 24 24)"
            />
            <rect class="phone" x="18" y="14" width="12" height="20" rx="3" />
        </svg>
    }
}

/// What a drawing shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A phone and its box, both with the same number.
    Alike,
    /// A box with a label and a bar code.
    Box,
    /// A locked screen with a name and a way to ring.
    Contact,
    /// A locked screen with hidden messages.
    LockScreen,
    /// A computer that shows a list of devices, with the phone lying before it.
    Look,
    /// A phone within a ring.
    Phone,
    /// A page of a register, with one line marked.
    Register,
    /// A SIM tray half out of a phone.
    SimTray,
}

/// A drawing that screen readers skip: the words beside it say the same.
#[component]
pub fn Drawing(
    /// What it shows.
    subject: Subject,
) -> impl IntoView {
    let lines = match subject {
        Subject::Alike => view! {
            <rect class="fill" x="8" y="14" width="50" height="92" rx="9" />
            <path class="faint" d="M26 22h14M18 38h30M18 48h22M18 58h30" />
            <path class="fill" d="M64 46 88 36l24 10v44L88 101 64 90z" />
            <path d="m64 46 24 9 24-9M88 55v46" />
            <path class="look" d="M18 78h30M70 78h12M94 78h12" />
        }
        .into_any(),
        Subject::Box => view! {
            <path class="fill" d="M10 40 60 22l50 18v52L60 110 10 92z" />
            <path d="m10 40 50 17 50-17M60 57v53" />
            <path class="faint" d="M35 31l50 17.5" />
            <rect class="fill" x="34" y="62" width="78" height="40" rx="3" />
            <path
                d="M42 70v13m4-13v13m6-13v13m3-13v13m5-13v13m7-13v13m3-13v13m4-13v13m6-13v13m3-13v13m5-13v13m6-13v13m4-13v13m4-13v13"
                stroke-width="2" stroke-linecap="butt"
            />
            <path class="faint" d="M42 95h46" />
            <path class="look" d="M38 107h70" />
        }
        .into_any(),
        Subject::Contact => view! {
            <rect class="fill" x="30" y="8" width="60" height="104" rx="10" />
            <path class="faint" d="M52 16h16" />
            <path d="M54 34v-4a6 6 0 0 1 12 0v4" />
            <rect class="solid" x="51" y="34" width="18" height="13" rx="3" />
            <rect class="tint" x="37" y="58" width="46" height="42" rx="5" />
            <circle cx="60" cy="69" r="5" />
            <path d="M50 83a10 8 0 0 1 20 0" />
            <path class="look" d="M48 92h24" />
        }
        .into_any(),
        Subject::LockScreen => view! {
            <rect class="fill" x="30" y="8" width="60" height="104" rx="10" />
            <path class="faint" d="M52 16h16" />
            <path d="M53 36v-4a7 7 0 0 1 14 0v4" />
            <rect class="solid" x="50" y="36" width="20" height="15" rx="3" />
            <rect class="tint" x="37" y="64" width="46" height="15" rx="4" />
            <path class="faint" d="M43 71.5h3m5 0h3m5 0h3m5 0h3" />
            <rect class="tint" x="37" y="85" width="46" height="15" rx="4" />
            <path class="faint" d="M43 92.5h3m5 0h3m5 0h3" />
        }
        .into_any(),
        Subject::Look => view! {
            <rect class="fill" x="8" y="16" width="84" height="62" rx="6" />
            <path d="M38 94h24M50 78v16" />
            <path class="faint" d="M20 30h30M20 64h44" />
            <rect class="tint" x="18" y="39" width="64" height="15" rx="4" />
            <path class="look" d="M26 46.5h24" />
            <rect class="fill" x="80" y="52" width="32" height="58" rx="6" />
            <path class="faint" d="M91 60h10" />
        }
        .into_any(),
        Subject::Phone => view! {
            <circle class="look" cx="60" cy="60" r="52" pathLength="100" stroke-dasharray="76 24" transform="rotate(-2 60 60)" />
            <rect class="fill" x="41" y="24" width="38" height="72" rx="7" />
            <path class="faint" d="M54 31h12M53 89h14" />
        }
        .into_any(),
        Subject::Register => view! {
            <path class="fill" d="M18 10h58l26 26v74H18z" />
            <path d="M76 10v26h26" />
            <path class="faint" d="M32 34h26M32 50h54M32 66h54M32 98h54" />
            <rect class="tint" x="27" y="74" width="66" height="16" rx="4" />
            <path class="look" d="M34 82h38" />
        }
        .into_any(),
        Subject::SimTray => view! {
            <rect class="fill" x="14" y="10" width="54" height="100" rx="9" />
            <path class="faint" d="M34 18h14" />
            <path class="tint" d="M68 52v24h32a5 5 0 0 0 5-5V57a5 5 0 0 0-5-5z" />
            <rect class="fill" x="79" y="57" width="19" height="14" rx="2" />
            <path d="M79 64h19M88 57v14" />
            <path class="look" d="M112 64h6" />
        }
        .into_any(),
    };
    view! {
        <svg class="drawing" viewBox="0 0 120 120" aria-hidden="true" focusable="false">{lines}</svg>
    }
}

/// The large arc at the head of a page.
#[component]
pub fn HeadArc() -> impl IntoView {
    view! {
        <svg class="head-arc" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
            <circle class="thin" cx="50" cy="50" r="44" />
            <circle cx="50" cy="50" r="44" stroke-width="9" pathLength="100" stroke-dasharray="40 100" transform="rotate(60 50 50)" />
        </svg>
    }
}
