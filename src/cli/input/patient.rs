//! Contract: reads what arrives while the program runs, such as a pipe or a terminal. It says once
//! by [`ErrorKind::WouldBlock`] that nothing has arrived for a moment, and waits if it is asked
//! again; it stops waiting when the run is interrupted.

use std::io::{self, BufRead, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// After this time without input, what arrived is answered. A writer at work is faster.
const MOMENT: Duration = Duration::from_millis(20);

/// How often a waiting reader looks whether the run is interrupted.
const CHECK: Duration = Duration::from_millis(100);

/// The bytes of one read, and how many reads are kept ahead.
const PIECE: usize = 1 << 16;
const AHEAD: usize = 4;

/// The reader. Another thread waits for the input.
pub struct Patient {
    pieces: Receiver<io::Result<Vec<u8>>>,
    piece: Vec<u8>,
    taken: usize,
    /// Whether it has said that nothing has arrived.
    waits: bool,
    interrupted: Arc<AtomicBool>,
}

impl Patient {
    /// Reads `input` until it ends, or until `interrupted` is set.
    pub fn new(mut input: impl Read + Send + 'static, interrupted: Arc<AtomicBool>) -> Self {
        let (give, pieces) = sync_channel(AHEAD);
        thread::spawn(move || {
            loop {
                let mut piece = vec![0; PIECE];
                let read = match input.read(&mut piece) {
                    Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                    Ok(0) => break,
                    Ok(length) => {
                        piece.truncate(length);
                        Ok(piece)
                    }
                    Err(error) => Err(error),
                };
                let last = read.is_err();
                if give.send(read).is_err() || last {
                    break;
                }
            }
        });
        Patient { pieces, piece: Vec::new(), taken: 0, waits: false, interrupted }
    }

    /// Whether it no longer waits.
    pub fn is_interrupted(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed)
    }

    /// The next piece; empty at the end of the input.
    fn next(&mut self) -> io::Result<Vec<u8>> {
        loop {
            if self.interrupted.load(Ordering::Relaxed) {
                return Err(ErrorKind::WouldBlock.into());
            }
            match self.pieces.recv_timeout(if self.waits { CHECK } else { MOMENT }) {
                Ok(piece) => return piece,
                Err(RecvTimeoutError::Disconnected) => return Ok(Vec::new()),
                Err(RecvTimeoutError::Timeout) if self.waits => {}
                Err(RecvTimeoutError::Timeout) => {
                    self.waits = true;
                    return Err(ErrorKind::WouldBlock.into());
                }
            }
        }
    }
}

impl BufRead for Patient {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken == self.piece.len() {
            self.piece = self.next()?;
            (self.taken, self.waits) = (0, false);
        }
        Ok(&self.piece[self.taken..])
    }

    fn consume(&mut self, amount: usize) {
        self.taken += amount;
    }
}

impl Read for Patient {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_once_that_nothing_has_arrived() {
        let (mut reader, mut writer) = {
            let (reader, writer) = io::pipe().unwrap();
            (Patient::new(reader, Arc::default()), writer)
        };
        io::Write::write_all(&mut writer, b"one").unwrap();
        assert_eq!(reader.fill_buf().unwrap(), b"one");
        reader.consume(3);
        assert_eq!(reader.fill_buf().unwrap_err().kind(), ErrorKind::WouldBlock);
        let later = thread::spawn(move || {
            thread::sleep(2 * CHECK);
            io::Write::write_all(&mut writer, b"two").unwrap();
        });
        assert_eq!(reader.fill_buf().unwrap(), b"two");
        reader.consume(3);
        later.join().unwrap();
        let ended =
            reader.fill_buf().map(<[u8]>::is_empty).unwrap_or_else(|_| reader.fill_buf().unwrap().is_empty());
        assert!(ended);
    }

    #[test]
    fn an_interrupt_ends_the_wait() {
        let (reader, writer) = io::pipe().unwrap();
        let mut reader = Patient::new(reader, Arc::new(AtomicBool::new(true)));
        assert_eq!(reader.fill_buf().unwrap_err().kind(), ErrorKind::WouldBlock);
        assert_eq!(reader.fill_buf().unwrap_err().kind(), ErrorKind::WouldBlock);
        drop(writer);
    }
}
