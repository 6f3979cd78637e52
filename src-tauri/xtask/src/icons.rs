//! Makes all bundle icons from icons/kith.svg.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::place::root;
use crate::steps::{Outcome, run, say};
use crate::system::{Need, ensure};

/// The types of pictures in an .icns file, by their side in pixels.
const ICNS: [(u32, &[u8; 4]); 7] = [
    (16, b"icp4"),
    (32, b"icp5"),
    (64, b"icp6"),
    (128, b"ic07"),
    (256, b"ic08"),
    (512, b"ic09"),
    (1024, b"ic10"),
];

const ICO: [u32; 6] = [16, 24, 32, 48, 64, 256];

pub fn make() -> Outcome {
    ensure(&[Need::Icons])?;
    let icons = root().join("icons");
    for (name, size) in [
        ("32x32.png", 32),
        ("128x128.png", 128),
        ("128x128@2x.png", 256),
        ("icon.png", 512),
    ] {
        save(&icons.join(name), &png(size)?)?;
    }
    let icns: Vec<_> = ICNS
        .iter()
        .map(|&(size, kind)| Ok((kind, png(size)?)))
        .collect::<Outcome<_>>()?;
    save(&icons.join("icon.icns"), &icns_file(&icns)?)?;
    let ico: Vec<_> = ICO
        .iter()
        .map(|&size| Ok((size, png(size)?)))
        .collect::<Outcome<_>>()?;
    save(&icons.join("icon.ico"), &ico_file(&ico)?)
}

fn png(size: u32) -> Outcome<Vec<u8>> {
    let pixels = size.to_string();
    let out = run(Command::new("rsvg-convert")
        .args(["--width", &pixels, "--height", &pixels])
        .arg(root().join("icons/kith.svg")))?;
    Ok(out)
}

fn save(path: &Path, bytes: &[u8]) -> Outcome {
    say(&format!("{} ({} bytes)", path.display(), bytes.len()));
    fs::write(path, bytes).map_err(|e| format!("{} cannot be written: {e}", path.display()))
}

/// An .icns file: "icns", the total length, then each picture with its type and length.
fn icns_file(pictures: &[(&[u8; 4], Vec<u8>)]) -> Outcome<Vec<u8>> {
    let mut body = Vec::new();
    for (kind, png) in pictures {
        body.extend_from_slice(*kind);
        body.extend_from_slice(&length(png.len() + 8)?.to_be_bytes());
        body.extend_from_slice(png);
    }
    let mut file = b"icns".to_vec();
    file.extend_from_slice(&length(body.len() + 8)?.to_be_bytes());
    file.append(&mut body);
    Ok(file)
}

/// An .ico file: a directory of sixteen-byte entries, then the PNGs.
fn ico_file(pictures: &[(u32, Vec<u8>)]) -> Outcome<Vec<u8>> {
    let count = u16::try_from(pictures.len()).map_err(|e| e.to_string())?;
    let mut file = vec![0, 0, 1, 0];
    file.extend_from_slice(&count.to_le_bytes());
    let mut offset = 6 + 16 * pictures.len();
    for (size, png) in pictures {
        // The format writes 256 as 0.
        let side = u8::try_from(*size).unwrap_or(0);
        file.extend_from_slice(&[side, side, 0, 0, 1, 0, 32, 0]);
        file.extend_from_slice(&length(png.len())?.to_le_bytes());
        file.extend_from_slice(&length(offset)?.to_le_bytes());
        offset += png.len();
    }
    for (_, png) in pictures {
        file.extend_from_slice(png);
    }
    Ok(file)
}

fn length(bytes: usize) -> Outcome<u32> {
    u32::try_from(bytes).map_err(|e| e.to_string())
}
