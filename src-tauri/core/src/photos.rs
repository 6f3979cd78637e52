//! Shrinks the photos of cards. Pure. Photos are untrusted input.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, ImageReader, Limits};

/// The longer side of a stored photo, in pixels. The person page shows 72 CSS pixels, at up to 200 %
/// text size on a screen with two device pixels per CSS pixel.
const MAX_SIDE: u32 = 320;
/// A photo with more pixels is not decoded. Covers most phone cameras.
const MAX_PIXELS: u64 = 40_000_000;
/// The most memory for decoding, in bytes: a decoded photo takes at most four bytes per pixel.
const MAX_MEMORY: u64 = 4 * MAX_PIXELS;

/// A JPEG of at most 320 × 320 pixels of a PNG, JPEG or WebP. The format is detected by the first
/// bytes, not by what the card states. `None` if it is another format, damaged, or too large to be
/// decoded safely.
pub(crate) fn shrink(bytes: &[u8]) -> Option<Vec<u8>> {
    let format = match bytes {
        [0x89, b'P', b'N', b'G', ..] => ImageFormat::Png,
        [0xFF, 0xD8, 0xFF, ..] => ImageFormat::Jpeg,
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => ImageFormat::WebP,
        _ => return None,
    };
    let (width, height) = reader(bytes, format).into_dimensions().ok()?;
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return None;
    }
    let photo = reader(bytes, format).decode().ok()?;
    let small = if width.max(height) > MAX_SIDE {
        photo.thumbnail(MAX_SIDE, MAX_SIDE)
    } else {
        photo
    };
    encode(&small)
}

fn reader(bytes: &[u8], format: ImageFormat) -> ImageReader<Cursor<&[u8]>> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(20_000);
    limits.max_image_height = Some(20_000);
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    reader
}

/// Encodes as JPEG. JPEG has no transparency, so the photo is drawn on white.
fn encode(photo: &DynamicImage) -> Option<Vec<u8>> {
    let mut rgba = photo.to_rgba8();
    for pixel in rgba.pixels_mut() {
        let [r, g, b, a] = pixel.0;
        let over_white = |c: u8| {
            u8::try_from((u32::from(c) * u32::from(a) + 255 * (255 - u32::from(a))) / 255)
                .unwrap_or(255)
        };
        pixel.0 = [over_white(r), over_white(g), over_white(b), 255];
    }
    let mut jpeg = Vec::new();
    DynamicImage::ImageRgba8(rgba)
        .to_rgb8()
        .write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, 85))
        .ok()?;
    Some(jpeg)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::new_rgb8(width, height)
            .write_to(&mut bytes, ImageFormat::Png)
            .unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_photo_becomes_small_and_keeps_its_shape() {
        let small = image::load_from_memory(&shrink(&png(1000, 500)).unwrap()).unwrap();
        assert_eq!((small.width(), small.height()), (320, 160));
        assert_eq!(
            image::load_from_memory(&shrink(&png(20, 30)).unwrap())
                .unwrap()
                .width(),
            20
        );
    }

    #[test]
    fn what_is_no_photo_is_left_out() {
        let half = png(64, 64);
        let half = &half[..half.len() / 2];
        for bytes in [
            b"<svg onload='x()'/>".as_slice(),
            b"GIF89a",
            b"",
            half,
            b"\x89PNG\r\n\x1a\n",
        ] {
            assert!(shrink(bytes).is_none());
        }
    }

    #[test]
    fn a_bomb_is_not_decoded() {
        // A PNG header that claims 30,000 × 30,000 pixels.
        let mut bomb = png(1, 1);
        bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        assert!(shrink(&bomb).is_none());
    }
}
