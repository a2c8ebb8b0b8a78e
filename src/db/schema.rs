//! The tables as diesel sees them, kept by hand: generated from either database it would look different. A test selects
//! every column on both.

diesel::table! {
    chain_head (id) {
        id -> Integer,
        number -> BigInt,
        hash -> Text,
    }
}

diesel::table! {
    ledger (number) {
        number -> BigInt,
        stream -> Text,
        position -> BigInt,
        at -> BigInt,
        who -> Text,
        kind -> Text,
        version -> Integer,
        body -> Nullable<Text>,
        salt -> Nullable<Text>,
        body_hash -> Text,
        previous -> Text,
        hash -> Text,
    }
}

diesel::table! {
    incident_index (stream) {
        stream -> Text,
        reference -> Text,
        title -> Text,
        search_fold -> Text,
        state -> Text,
        drill -> Bool,
        position -> BigInt,
        opened_at -> BigInt,
        occurred_at -> Nullable<BigInt>,
        updated_at -> BigInt,
        running_count -> BigInt,
        next_due_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    due_index (stream) {
        stream -> Text,
        law -> Text,
        profile -> BigInt,
        dues -> Text,
    }
}

diesel::table! {
    clock_index (stream, duty, instance) {
        stream -> Text,
        duty -> Text,
        instance -> Text,
        due_at -> Nullable<BigInt>,
        due_latest -> Nullable<BigInt>,
        starts_at -> BigInt,
        standing -> Text,
        held_since -> Nullable<BigInt>,
        missing -> Text,
        watched -> Bool,
        stopped -> Bool,
        provisional -> Bool,
        next_rung -> Nullable<Text>,
        next_rung_at -> Nullable<BigInt>,
        safe_at -> Nullable<BigInt>,
        days_in -> Nullable<Text>,
    }
}

diesel::table! {
    outbox (id) {
        id -> BigInt,
        natural_key -> Text,
        created_at -> BigInt,
        kind -> Text,
        stream -> Nullable<Text>,
        recipient -> Text,
        lang -> Text,
        subject -> Text,
        text -> Text,
        html -> Text,
        ics -> Nullable<Text>,
        message_id -> Text,
        state -> Text,
        attempts -> Integer,
        not_before -> BigInt,
        leased_until -> Nullable<BigInt>,
        leased_by -> Nullable<Text>,
        sent_at -> Nullable<BigInt>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    account (id) {
        id -> BigInt,
        email -> Text,
        email_fold -> Text,
        name -> Text,
        role -> Text,
        lang -> Text,
        zone -> Nullable<Text>,
        position -> Text,
        phone -> Nullable<Text>,
        password_hash -> Nullable<Text>,
        active -> Bool,
        warned -> Bool,
        created_at -> BigInt,
        link_by -> Nullable<BigInt>,
        link_at -> Nullable<BigInt>,
        link_reset -> Nullable<Bool>,
    }
}

diesel::table! {
    session (token_hash) {
        token_hash -> Text,
        account_id -> BigInt,
        csrf -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
        expires_at -> BigInt,
        flash -> Nullable<Text>,
    }
}

diesel::table! {
    invitation (token_hash) {
        token_hash -> Text,
        account_id -> Nullable<BigInt>,
        purpose -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
        made_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    once (account_id, key) {
        account_id -> BigInt,
        key -> Text,
        at -> BigInt,
        location -> Nullable<Text>,
        content -> Nullable<Text>,
    }
}

diesel::table! {
    attempt (bucket) {
        bucket -> Text,
        free_at -> BigInt,
    }
}

diesel::table! {
    instance_secret (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    blob (sha256) {
        sha256 -> Text,
        media_type -> Text,
        bytes -> Binary,
        created_at -> BigInt,
    }
}

diesel::joinable!(session -> account (account_id));
diesel::joinable!(clock_index -> incident_index (stream));
diesel::allow_tables_to_appear_in_same_query!(session, account);
diesel::allow_tables_to_appear_in_same_query!(clock_index, incident_index);
