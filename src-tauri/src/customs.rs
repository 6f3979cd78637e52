//! What the system's locale says of dates and phone numbers.

use kith_core::Customs;

/// The locale of times and the one of phone numbers, as programs are told them: `LC_ALL` overrides both, and
/// `LANG` stands in for those that are not set.
pub fn of_system() -> Customs {
    Customs::of_locales(&locale("LC_TIME"), &locale("LC_TELEPHONE"))
}

fn locale(category: &str) -> String {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    set("LC_ALL")
        .or_else(|| set(category))
        .or_else(|| set("LANG"))
        .unwrap_or_default()
}
