//! The program in a shell.

mod first_use;
mod law;
mod operator;
