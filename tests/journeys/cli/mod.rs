//! The program in a shell.

mod assess;
mod first_use;
mod law;
mod operator;
mod verify;
