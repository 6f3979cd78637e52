//! Cards of invented people.

/// A card with a mail address, a phone, an employer and a note.
pub fn card(name: &str) -> String {
    let (given, family) = name.split_once(' ').unwrap_or((name, ""));
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '.' })
        .collect();
    format!(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{family};{given};;;\r\nORG:Tarn Optics;Lenses\r\nTITLE:Engineer\r\n\
         EMAIL;TYPE=work:{plain}@tarn.example\r\nEND:VCARD\r\n"
    )
}

pub fn cards(names: &[&str]) -> String {
    names.iter().map(|name| card(name)).collect()
}

/// A card with everything that the page shows.
pub const ILSE: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:ilse-1\r\nFN:Ilse Marquardt\r\nN:Marquardt;Ilse;;Dr.;\r\n\
    ORG:Pelagic Sensing;Research\r\nTITLE:Founder\r\nEMAIL;TYPE=work,pref:ilse@pelagic.example\r\n\
    EMAIL;TYPE=home:ilse.m@home.example\r\nTEL;TYPE=cell:+1 202 555 0148\r\nURL:https://pelagic.example\r\n\
    ADR;TYPE=work:;;Strandgaten 4;Bergen;;5013;Norway\r\nBDAY:1985-04-12\r\nCATEGORIES:sonar,Bergen\r\n\
    NOTE:Met at the harbour talk. Likes long walks.\r\nX-SOMETHING:kept as it is\r\nEND:VCARD\r\n";
