//! Formats a TypeScript declaration: one field per line, with the comments of the Rust type.

/// Maximum line width where a line can be broken, in bytes.
pub const WIDTH: usize = 120;

/// Formats and exports a declaration as ts-rs returns it: `type NAME = …;`.
pub fn formatted(docs: Option<&str>, declaration: &str) -> String {
    let declaration = declaration.trim().trim_end_matches(';');
    let (head, body) = declaration.split_once('=').unwrap_or((declaration, ""));
    let mut text = docs.map_or_else(String::new, |docs| comment(&lines_of(docs), ""));
    text.push_str("export ");
    text.push_str(head.trim_end());
    text.push_str(" =");
    text.push_str(&union_type(body));
    text.push_str(";\n");
    text
}

/// A JSDoc comment with these lines, indented; empty if there are none.
pub fn comment(lines: &[impl AsRef<str>], indent: &str) -> String {
    match lines {
        [] => String::new(),
        [line] => format!("{indent}/** {} */\n", line.as_ref().trim()),
        several => {
            let mut text = format!("{indent}/**\n");
            for line in several {
                let line = format!("{indent} * {}", line.as_ref().trim());
                text.push_str(line.trim_end());
                text.push('\n');
            }
            text.push_str(indent);
            text.push_str(" */\n");
            text
        }
    }
}

/// The lines of a comment without its markers.
fn lines_of(comment: &str) -> Vec<&str> {
    let inner = comment.trim();
    let inner = inner.strip_prefix("/**").unwrap_or(inner);
    let inner = inner.strip_suffix("*/").unwrap_or(inner);
    let lines = inner.trim().lines().map(str::trim);
    lines
        .map(|line| line.strip_prefix('*').unwrap_or(line).trim())
        .collect()
}

/// Formats what follows `=`: one type, or a union.
fn union_type(body: &str) -> String {
    let choices = parts(body, '|');
    let on_one_line = format!(" {}", choices.join(" | "));
    match choices.as_slice() {
        [only] => format!(" {}", object(only, "")),
        several if several.iter().any(|choice| choice.starts_with('{')) => {
            let choices = several.iter().map(|choice| object(choice, "    "));
            let choices: Vec<String> = choices.map(|choice| format!("\n  | {choice}")).collect();
            choices.concat()
        }
        several if on_one_line.len() > WIDTH / 2 => {
            let choices: Vec<String> = several
                .iter()
                .map(|choice| format!("\n  | {choice}"))
                .collect();
            choices.concat()
        }
        _ => on_one_line,
    }
}

/// Formats an object type with one field per line; `indent` is put before the closing
/// brace. Other types stay as they are.
fn object(text: &str, indent: &str) -> String {
    let inner = text
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'));
    let Some(inner) = inner else {
        return text.to_owned();
    };
    let fields = parts(inner, ',');
    if let [only] = fields.as_slice()
        && !only.contains("/**")
    {
        return format!("{{ {} }}", field(only));
    }
    let inside = format!("{indent}  ");
    let mut laid_out = String::from("{\n");
    for one in &fields {
        let (docs, rest) = match one.split_once("*/") {
            Some((docs, rest)) => (lines_of(docs), rest.trim()),
            None => (Vec::new(), *one),
        };
        laid_out.push_str(&comment(&docs, &inside));
        laid_out.push_str(&inside);
        laid_out.push_str(&field(rest));
        laid_out.push_str(";\n");
    }
    laid_out.push_str(indent);
    laid_out.push('}');
    laid_out
}

/// A field without the quotes that ts-rs puts around its name.
fn field(text: &str) -> String {
    match text.split_once("\":") {
        Some((name, typed)) => format!("{}:{typed}", name.trim_start_matches('"')),
        None => text.to_owned(),
    }
}

/// Splits a text at separators that are not within brackets, comments or string
/// literals, and drops empty parts.
fn parts(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut depth, mut quoted, mut commented) = (0, 0_u32, false, false);
    for (at, letter) in text.char_indices() {
        let here = text.get(at..).unwrap_or_default();
        if commented {
            commented = !here.starts_with("*/");
        } else if letter == '"' {
            quoted = !quoted;
        } else if quoted {
        } else if here.starts_with("/**") {
            commented = true;
        } else if "{[(<".contains(letter) {
            depth += 1;
        } else if "}])>".contains(letter) {
            depth = depth.saturating_sub(1);
        } else if letter == separator && depth == 0 {
            parts.push(text.get(from..at).unwrap_or_default().trim());
            from = at + letter.len_utf8();
        }
    }
    parts.push(text.get(from..).unwrap_or_default().trim());
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_a_line_with_its_comment() {
        let declaration = "type Knows = { \n/**\n * Ties, the likeliest first; \"a\" | b.\n */\nties: Array<TieShown>, \n/**\n * Two\n * lines.\n */\nmore: number | null, };";
        assert_eq!(
            formatted(Some("/**\n * Whom somebody knows.\n */\n"), declaration),
            "/** Whom somebody knows. */\nexport type Knows = {\n  /** Ties, the likeliest first; \"a\" | b. */\n  ties: Array<TieShown>;\n  /**\n   * Two\n   * lines.\n   */\n  more: number | null;\n};\n"
        );
    }

    #[test]
    fn one_of_several_objects() {
        let declaration = "type Route = { \"type\": \"import\", \n/**\n * Its plan.\n */\ntoken: string, } | { \"type\": \"today\" };";
        assert_eq!(
            formatted(None, declaration),
            "export type Route =\n  | {\n      type: \"import\";\n      /** Its plan. */\n      token: string;\n    }\n  | { type: \"today\" };\n"
        );
    }

    #[test]
    fn words_stand_on_one_line_while_they_fit() {
        assert_eq!(
            formatted(None, "type Theme = \"system\" | \"light\";"),
            "export type Theme = \"system\" | \"light\";\n"
        );
    }
}
