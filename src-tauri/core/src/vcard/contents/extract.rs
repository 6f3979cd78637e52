//! Builds [`Contents`] from a card's properties.

use super::clean::{email, many_lines, one_line, phone};
use super::labels::{GroupLabels, capital, from_types, preference};
use super::people::{android_relation, kind_of, related};
use super::{Address, Contents, DateKind, Field, Name, Photo, dates};
use crate::vcard::{Card, Param, Property, one};

pub(super) fn extract(card: &Card<'_>) -> Contents {
    let mut extractor = Extractor {
        labels: GroupLabels::of(card),
        contents: Contents::default(),
        phonetic: Name::default(),
    };
    for (ordinal, property) in card.properties.iter().enumerate() {
        let mut upper = [0; 40];
        let name = property.upper_name(&mut upper);
        let params = property.params();
        extractor.take(
            name,
            &At {
                ordinal,
                property,
                params,
            },
        );
    }
    extractor.contents
}

/// A property, its ordinal and its parameters.
struct At<'p, 'a> {
    ordinal: usize,
    property: &'p Property<'a>,
    params: Vec<Param<'a>>,
}

impl At<'_, '_> {
    fn param(&self, name: &str) -> Option<&str> {
        self.params
            .iter()
            .find(|p| p.name.eq_ignore_ascii_case(name))
            .map(|p| p.value.as_ref())
    }

    fn line(&self) -> String {
        one_line(&self.property.text())
    }
}

struct Extractor<'a> {
    labels: GroupLabels<'a>,
    contents: Contents,
    phonetic: Name,
}

impl Extractor<'_> {
    fn take(&mut self, name: &[u8], at: &At<'_, '_>) {
        match name {
            b"FN" => self.formatted_name(at),
            b"N" => self.name(at),
            b"NICKNAME" | b"X-NICKNAME" => self.nicknames(at),
            b"EMAIL" => self.email(at),
            b"TEL" => self.phone(at),
            b"ADR" => self.address(at),
            b"ORG" => self.organisation(at),
            b"TITLE" => push(&mut self.contents.titles, self.labels.field(at, at.line())),
            b"ROLE" => push(&mut self.contents.roles, self.labels.field(at, at.line())),
            b"NOTE" => {
                let note = many_lines(at.property.text());
                push(&mut self.contents.notes, self.labels.field(at, note));
            }
            b"CATEGORIES" => self.categories(at),
            b"PHOTO" => self.photo(at),
            b"UID" => self.uid(at),
            b"MEMBER" | b"X-ADDRESSBOOKSERVER-MEMBER" => {
                push(&mut self.contents.members, self.labels.field(at, at.line()))
            }
            b"BDAY" => self.date(at, DateKind::Birthday),
            b"ANNIVERSARY" => self.date(at, DateKind::Anniversary),
            b"RELATED" | b"X-ABRELATEDNAMES" => self.related(at),
            b"AGENT" | b"X-AGENT" => self.agent(at),
            b"URL" | b"X-URL" => self.link(at, None),
            b"IMPP" | b"X-IMPP" => self.chat(at),
            b"SOUND" | b"X-SOUND" => self.sound(at),
            b"SOCIALPROFILE" | b"X-SOCIALPROFILE" => self.social_profile(at),
            b"X-DL" => self.list_of_cards(at),
            _ if name.starts_with(b"X-") => self.extension(name, at),
            _ => {}
        }
    }

    fn extension(&mut self, name: &[u8], at: &At<'_, '_>) {
        if let Some(kind) = kind_of(name) {
            let field = related(&at.line(), Some(kind.to_owned()))
                .map(|value| self.labels.labelled(at, value, capital(kind)));
            self.contents.related.extend(field);
            return;
        }
        match name {
            b"X-ABDATE" => self.labelled_date(at),
            b"X-ANNIVERSARY"
            | b"X-EVOLUTION-ANNIVERSARY"
            | b"X-KADDRESSBOOK-X-ANNIVERSARY"
            | b"X-MS-ANNIVERSARY"
            | b"X-WAB-WEDDING_ANNIVERSARY" => self.date(at, DateKind::Anniversary),
            b"X-EVOLUTION-BLOG-URL" => self.link(at, Some("Blog".to_owned())),
            b"X-EVOLUTION-VIDEO-URL" => self.link(at, Some("Video".to_owned())),
            b"X-PHONETIC-FIRST-NAME" => self.phonetic(at, |name| &mut name.given),
            b"X-PHONETIC-MIDDLE-NAME" => self.phonetic(at, |name| &mut name.additional),
            b"X-PHONETIC-LAST-NAME" => self.phonetic(at, |name| &mut name.family),
            b"X-ANDROID-CUSTOM" => self.android(at),
            _ => {
                if let Some(service) = service(name) {
                    let field = self
                        .labels
                        .labelled(at, at.line(), Some(service.to_owned()));
                    push(&mut self.contents.chats, field);
                }
            }
        }
    }

    /// Keeps the first FN, unless a later one is preferred.
    fn formatted_name(&mut self, at: &At<'_, '_>) {
        let field = self.labels.field(at, at.line());
        let better = self
            .contents
            .formatted_name
            .as_ref()
            .is_none_or(|known| field.is_preferred_to(known));
        if better && !field.value.is_empty() {
            self.contents.formatted_name = Some(field);
        }
    }

    fn name(&mut self, at: &At<'_, '_>) {
        let name = name_of(at.property.components());
        if self.contents.name.is_none() && name != Name::default() {
            self.contents.name = Some(self.labels.field(at, name));
        }
    }

    fn nicknames(&mut self, at: &At<'_, '_>) {
        for nickname in at.property.list() {
            let field = self.labels.field(at, one_line(&nickname));
            push(&mut self.contents.nicknames, field);
        }
    }

    fn email(&mut self, at: &At<'_, '_>) {
        push(
            &mut self.contents.emails,
            self.labels.field(at, email(&at.property.text())),
        );
    }

    fn phone(&mut self, at: &At<'_, '_>) {
        push(
            &mut self.contents.phones,
            self.labels.field(at, phone(&at.property.text())),
        );
    }

    fn address(&mut self, at: &At<'_, '_>) {
        let mut parts = at
            .property
            .components()
            .into_iter()
            .map(|p| many_lines(p.into()));
        let mut next = || parts.next().unwrap_or_default();
        let address = Address {
            po_box: next(),
            extended: next(),
            street: next(),
            locality: next(),
            region: next(),
            postal_code: next(),
            country: next(),
        };
        if address != Address::default() {
            self.contents.addresses.push(self.labels.field(at, address));
        }
    }

    fn organisation(&mut self, at: &At<'_, '_>) {
        let mut units: Vec<String> = at
            .property
            .components()
            .iter()
            .map(|u| one_line(u))
            .collect();
        while units.last().is_some_and(String::is_empty) {
            units.pop();
        }
        if !units.is_empty() {
            self.contents
                .organisations
                .push(self.labels.field(at, units));
        }
    }

    fn categories(&mut self, at: &At<'_, '_>) {
        let names: Vec<String> = at
            .property
            .list()
            .iter()
            .map(|c| one_line(c))
            .filter(|c| !c.is_empty())
            .collect();
        if !names.is_empty() {
            self.contents.categories.push(self.labels.field(at, names));
        }
    }

    fn photo(&mut self, at: &At<'_, '_>) {
        let photo = if at.property.is_inline() {
            Photo::Inline
        } else {
            let address = at.line();
            if !address.contains(':') {
                return;
            }
            Photo::Url(address)
        };
        let field = self.labels.field(at, photo);
        let better = self
            .contents
            .photo
            .as_ref()
            .is_none_or(|known| field.is_preferred_to(known));
        if better {
            self.contents.photo = Some(field);
        }
    }

    fn uid(&mut self, at: &At<'_, '_>) {
        let field = self.labels.field(at, at.line());
        if self.contents.uid.is_none() && !field.value.is_empty() {
            self.contents.uid = Some(field);
        }
    }

    fn date(&mut self, at: &At<'_, '_>, kind: DateKind) {
        let omitted = at
            .param("X-APPLE-OMIT-YEAR")
            .and_then(|year| year.parse().ok());
        let date = dates::parse(kind, &at.property.text(), omitted);
        if !date.raw.is_empty() {
            self.contents.dates.push(self.labels.field(at, date));
        }
    }

    fn labelled_date(&mut self, at: &At<'_, '_>) {
        let label = self.labels.get(at.property).unwrap_or_default();
        let kind = if label.eq_ignore_ascii_case("anniversary") {
            DateKind::Anniversary
        } else if label.eq_ignore_ascii_case("birthday") {
            DateKind::Birthday
        } else {
            DateKind::Other
        };
        self.date(at, kind);
    }

    fn related(&mut self, at: &At<'_, '_>) {
        let label = self.labels.get(at.property).map(str::to_owned);
        let kind = label.clone().or_else(|| {
            let words = at
                .params
                .iter()
                .filter(|p| p.name.eq_ignore_ascii_case("TYPE"));
            words
                .map(|p| p.value.to_lowercase())
                .find(|w| w != "pref" && w != "home" && w != "work" && w != "other")
        });
        let shown = label.or_else(|| kind.as_deref().and_then(capital));
        let field = related(&at.line(), kind).map(|value| self.labels.labelled(at, value, shown));
        self.contents.related.extend(field);
    }

    /// AGENT holds another person's card or name: the assistant's.
    fn agent(&mut self, at: &At<'_, '_>) {
        let escaped = at.property.text();
        let name = one(at.property.raw_value())
            .or_else(|| one(escaped.as_bytes()))
            .and_then(|card| card.contents().display_name())
            .or_else(|| Some(at.line()).filter(|text| !text.contains(':')));
        let agent = name.and_then(|name| related(&name, Some("assistant".to_owned())));
        let field = agent.map(|value| {
            self.labels
                .labelled(at, value, Some("Assistant".to_owned()))
        });
        self.contents.related.extend(field);
    }

    fn link(&mut self, at: &At<'_, '_>, service: Option<String>) {
        let field = self.labels.labelled(at, at.line(), service);
        push(&mut self.contents.links, field);
    }

    fn social_profile(&mut self, at: &At<'_, '_>) {
        let service = at.param("X-SERVICE-TYPE").or(at.param("SERVICE-TYPE"));
        self.link(at, service.and_then(capital));
    }

    /// X-DL, in which phones name a list of the cards inside the card: `X-DL;Design:Item 1;Item 2`.
    fn list_of_cards(&mut self, at: &At<'_, '_>) {
        if self.contents.formatted_name.is_none()
            && let Some(name) = at.param("TYPE").map(one_line)
        {
            self.contents.formatted_name = Some(unlabelled(at, name));
        }
        for member in at.property.components() {
            push(
                &mut self.contents.members,
                unlabelled(at, one_line(&member)),
            );
        }
    }

    fn chat(&mut self, at: &At<'_, '_>) {
        let text = at.line();
        let (scheme, rest) = text.split_once(':').unwrap_or(("", &text));
        let named = at
            .param("X-SERVICE-TYPE")
            .or(at.param("SERVICE-TYPE"))
            .and_then(capital);
        let service =
            named.or_else(|| capital(scheme).filter(|_| !scheme.eq_ignore_ascii_case("x-apple")));
        let field = self
            .labels
            .labelled(at, rest.trim_start_matches('/').to_owned(), service);
        push(&mut self.contents.chats, field);
    }

    /// SOUND;X-IRMC-N, in which Japanese phones write the pronunciation in the form of N.
    fn sound(&mut self, at: &At<'_, '_>) {
        if at
            .params
            .iter()
            .any(|p| p.value.eq_ignore_ascii_case("X-IRMC-N"))
        {
            let name = name_of(at.property.components());
            if self.contents.phonetic.is_none() && name != Name::default() {
                self.contents.phonetic = Some(self.labels.field(at, name));
            }
        }
    }

    fn phonetic(&mut self, at: &At<'_, '_>, part: impl Fn(&mut Name) -> &mut String) {
        *part(&mut self.phonetic) = at.line();
        if self.phonetic != Name::default() {
            let mut field = self.labels.field(at, self.phonetic.clone());
            field.ordinal = self
                .contents
                .phonetic
                .as_ref()
                .map_or(at.ordinal, |known| known.ordinal);
            self.contents.phonetic = Some(field);
        }
    }

    /// X-ANDROID-CUSTOM, in which Android stores data that 2.1 has no property for.
    fn android(&mut self, at: &At<'_, '_>) {
        let parts = at.property.components();
        let part = |index: usize| parts.get(index).map(|p| one_line(p)).unwrap_or_default();
        match part(0).strip_prefix("vnd.android.cursor.item/") {
            Some("nickname") => push(&mut self.contents.nicknames, self.labels.field(at, part(1))),
            Some("relation") => {
                let kind = android_relation(&part(2))
                    .map(str::to_owned)
                    .or_else(|| Some(part(3)).filter(|k| !k.is_empty()));
                let label = kind.as_deref().and_then(capital);
                let field =
                    related(&part(1), kind).map(|value| self.labels.labelled(at, value, label));
                self.contents.related.extend(field);
            }
            Some("contact_event") => {
                let kind = match part(2).as_str() {
                    "1" => DateKind::Anniversary,
                    "3" => DateKind::Birthday,
                    _ => DateKind::Other,
                };
                let date = dates::parse(kind, &part(1), None);
                let field = self.labels.labelled(at, date, capital(&part(3)));
                self.contents.dates.push(field);
            }
            _ => {}
        }
    }
}

impl GroupLabels<'_> {
    /// A field with the label of its group, else the one from TYPE.
    fn field<T>(&self, at: &At<'_, '_>, value: T) -> Field<T> {
        self.labelled(at, value, None)
    }

    /// A field with the label of its group, else the service's name, else the one from TYPE.
    fn labelled<T>(&self, at: &At<'_, '_>, value: T, service: Option<String>) -> Field<T> {
        let own = self.get(at.property).map(str::to_owned);
        let label = own.or(service).or_else(|| from_types(&at.params));
        Field {
            ordinal: at.ordinal,
            value,
            label,
            preference: preference(&at.params),
        }
    }
}

fn unlabelled(at: &At<'_, '_>, value: String) -> Field<String> {
    Field {
        ordinal: at.ordinal,
        value,
        label: None,
        preference: None,
    }
}

fn name_of(parts: Vec<String>) -> Name {
    let mut parts = parts.into_iter().map(|part| one_line(&part));
    let mut next = || parts.next().unwrap_or_default();
    let mut name = Name {
        family: next(),
        given: next(),
        additional: next(),
        prefix: next(),
        suffix: next(),
    };
    // RFC 9554 adds a second surname and a generation such as "III".
    add_word(&mut name.family, &next());
    add_word(&mut name.suffix, &next());
    name
}

/// Adds a word to a part of a name that does not have it yet.
fn add_word(part: &mut String, word: &str) {
    if word.is_empty() || part.split([' ', ',']).any(|known| known == word) {
        return;
    }
    if !part.is_empty() {
        part.push(' ');
    }
    part.push_str(word);
}

fn push(fields: &mut Vec<Field<String>>, field: Field<String>) {
    if !field.value.is_empty() {
        fields.push(field);
    }
}

/// The chat service of an extension property such as X-SKYPE. `name` is in capitals.
fn service(name: &[u8]) -> Option<&'static str> {
    let name = name
        .strip_prefix(b"X-EVOLUTION-")
        .or_else(|| name.strip_prefix(b"X-KADDRESSBOOK-"))
        .unwrap_or(name);
    let name = name.strip_prefix(b"X-").unwrap_or(name);
    Some(match name.strip_suffix(b"-USERNAME").unwrap_or(name) {
        b"AIM" => "AIM",
        b"ICQ" => "ICQ",
        b"MSN" => "MSN",
        b"YAHOO" => "Yahoo",
        b"JABBER" => "Jabber",
        b"SKYPE" => "Skype",
        b"QQ" => "QQ",
        b"GOOGLE-TALK" | b"GTALK" => "Google Talk",
        b"GADUGADU" => "Gadu-Gadu",
        b"GROUPWISE" => "GroupWise",
        b"TWITTER" => "Twitter",
        b"MATRIX" => "Matrix",
        b"SIP" => "SIP",
        b"MS-IMADDRESS" => "Chat",
        _ => return None,
    })
}
