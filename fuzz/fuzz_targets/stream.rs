//! Any bytes as JSON Lines: every line is an article or a bad line, and none gets lost.
#![no_main]

use std::sync::LazyLock;

use dictum::{Extractor, Stream};
use libfuzzer_sys::fuzz_target;

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::builder().threads(1).build().expect("the settings are good"));

fuzz_target!(|bytes: &[u8]| {
    let mut output = Vec::new();
    let stream = Stream::new(&EXTRACTOR).max_line(4096).writing(|input, out| {
        out.extend_from_slice(input.id.len().to_string().as_bytes());
        out.push(b'\n');
    });
    let report = stream.run(bytes, &mut output).expect("memory does not fail");
    assert!(report.complete);
    assert_eq!(report.bytes, bytes.len() as u64);
    assert_eq!(output.iter().filter(|&&byte| byte == b'\n').count() as u64, report.articles);
    assert!(report.articles + report.bad_line_count <= report.lines);
});
