//! Batches: results are in the order of the items for any number of threads.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Barrier, Mutex};
use std::thread;

use dictum::Extractor;

fn with_threads(threads: usize) -> Extractor {
    Extractor::builder().threads(threads).build().expect("the threads can be started")
}

#[test]
fn results_are_in_the_order_of_the_items() {
    let items: Vec<usize> = (0..1000).collect();
    for threads in 1..5 {
        let doubled = with_threads(threads).map_all(&items, |n| 2 * n);
        assert!(doubled.iter().copied().eq((0..1000).map(|n| 2 * n)), "on {threads} threads");
    }
    assert!(Extractor::default().map_all(&[] as &[u8], |_| unreachable!("no item") as u8).is_empty());
}

#[test]
fn work_runs_on_the_requested_number_of_threads() {
    // each item waits until the other has begun, which would never end on one thread
    let (meet, seen) = (Barrier::new(2), Mutex::new(HashSet::new()));
    with_threads(2).map_all(&[(), ()], |()| {
        meet.wait();
        seen.lock().expect("nothing panics").insert(thread::current().id());
    });
    assert_eq!(seen.into_inner().expect("nothing panics").len(), 2);
}

#[test]
fn results_may_borrow_from_the_items() {
    let texts = vec!["Moor said the pier was safe.".to_owned(), "It rained.".to_owned()];
    let extractor = with_threads(2);
    let articles = extractor.map_all(&texts, |text| extractor.extract(text));
    drop(extractor);
    assert_eq!(articles.iter().map(dictum::Article::text).collect::<Vec<_>>(), texts);
    assert_eq!(articles.iter().map(|article| article.statements().len()).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn a_panic_is_propagated_to_the_caller() {
    let extractor = with_threads(2);
    let work = |n: &u8| if *n == 7 { panic!("seven") } else { *n };
    let caught = catch_unwind(AssertUnwindSafe(|| extractor.map_all(&[5, 6, 7, 8], work)));
    assert_eq!(caught.expect_err("the panic is propagated").downcast_ref(), Some(&"seven"));
    assert_eq!(extractor.map_all(&[5, 6], work), [5, 6], "the threads still work");
}
