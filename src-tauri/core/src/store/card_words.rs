//! What most cards have in common, in the words of the programs that write them.

/// The dictionary that cards are compressed with: any piece of it that stands in a card takes two or three
/// bytes instead of its own. What is more common stands further down, as RFC 1950 (2.2, `FDICT`) advises.
///
/// Never edited once landed: without exactly these bytes no card of a book can be read. A better one is a
/// second constant, with a form of its own in `blobs.form`.
pub const CARD_WORDS_1: &[u8] = b"\
LABEL;WORK;ENCODING=QUOTED-PRINTABLE:=0D=0A=\r\n\
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2\r\n\
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;;1;;;;;;;;;;;;;\r\n\
X-EVOLUTION-FILE-AS:X-MOZILLA-HTML:FALSE\r\n\
X-PHONETIC-FIRST-NAME:X-PHONETIC-LAST-NAME:\r\n\
X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/\r\n\
IMPP;X-SERVICE-TYPE=Skype;type=HOME;type=pref:skype:xmpp:\r\n\
RELATED;TYPE=friend;VALUE=text:GENDER:LANG;PREF=1:de\r\n\
GEO:TZ:ROLE:CLASS:PUBLIC\r\n\
N;LANGUAGE=en-us;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=A4=20=D0=B0\r\n\
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:\r\n\
ADR;WORK;PREF:;;\r\nADR;HOME:;;\r\nURL;WORK:http://www.\r\n\
EMAIL;PREF;INTERNET:\r\nTEL;WORK;FAX:TEL;HOME;VOICE:TEL;CELL;VOICE:TEL;WORK;VOICE:+49 \r\n\
PHOTO;ENCODING=BASE64;JPEG:PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/\r\n\
PHOTO:data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ\r\n\
VERSION:2.1\r\nREV:2019\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\nPRODID:-//Sabre//Sabre VObject 4.5//EN\r\n\
UID:urn:uuid:\r\nBDAY:19\r\nANNIVERSARY:20\r\nNICKNAME:\r\nTITLE:\r\nROLE:\r\n\
ADR;TYPE=home:;;\r\nADR;TYPE=work:;;\r\nEMAIL;TYPE=home:\r\nEMAIL;TYPE=work;PREF=1:\r\n\
TEL;VALUE=uri;TYPE=\"cell,voice\";PREF=1:tel:+1-\r\nTEL;TYPE=work:+44 \r\nTEL;TYPE=cell:+1 \r\n\
URL;TYPE=work:https://www.\r\nREV:20240101T120000Z\r\nEND:VCARD\r\n\
BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//iPhone OS 17.0//EN\r\n\
N:;;;\r\nFN:\r\nORG:\r\nTITLE:Manager\r\n\
EMAIL;TYPE=INTERNET;TYPE=HOME:@gmail.com\r\nEMAIL;TYPE=INTERNET:\r\n\
TEL;TYPE=HOME:TEL;TYPE=WORK:TEL;TYPE=CELL:TEL;TYPE=VOICE:\r\n\
ADR;TYPE=WORK:;;\r\nitem1.ADR;type=HOME;type=pref:;;\r\nitem2.ADR;type=WORK:;;\r\nitem2.X-ABADR:de\r\n\
item3.URL;type=pref:http://\r\nitem3.X-ABLabel:_$!<HomePage>!$_\r\nBDAY;value=date:19\r\n\
item4.X-ABDATE;type=pref:20\r\nitem4.X-ABLabel:_$!<Anniversary>!$_\r\nX-ABUID:\r\n\
TEL;type=IPHONE;type=CELL;type=VOICE;type=pref:+1 (\r\nTEL;type=HOME;type=VOICE:TEL;type=WORK;type=FAX:\r\n\
EMAIL;type=INTERNET;type=HOME;type=pref:EMAIL;type=INTERNET;type=WORK;type=pref:\r\n\
item1.EMAIL;type=INTERNET;type=pref:\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nTEL;type=CELL;type=VOICE:+\r\n\
CATEGORIES:myContacts,\r\nNOTE:\\n\r\n .com\r\nBDAY:1970-01-01\r\nUID:-\r\nREV:2024-01-01T00:00:00Z\r\n\
END:VCARD\r\n\
";
