//! Contract: `Scope::Attributions` keeps all settled attributions, and `Scope::Statements` those
//! that a reader would include in a list of who said what; neither adds any. Only the end of a
//! reported clause may differ, by the writer's closing remark.

mod unsaid;

use self::unsaid::says_nothing;
use super::naming::{is_name_alone, is_named, is_nickname, is_title as is_title_of_work};
use super::{Attribution, Kind, own_words};
use crate::arena::List;
use crate::lexicon::{AttributionType, Class, Cue, Form, Frame, Part, word, words};
use crate::syntax::tag::Tag;
use crate::syntax::{SourceKind, Syntax};
use crate::text::Run;
use crate::text::layout::BlockKind;
use crate::text::token::Kind as Token;

/// How much counts as a statement.
///
/// ```
/// use dictum::{Extractor, Scope};
///
/// let text = "Arden fears war. Arden fears that war will come.";
/// assert_eq!(Extractor::default().extract(text).statements().len(), 1);
/// let wide = Extractor::builder().scope(Scope::Attributions).build()?;
/// assert_eq!(wide.extract(text).statements().len(), 2);
/// # Ok::<(), dictum::BuildError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Scope {
    /// What a reader would include in a list of who said what: quotations, clauses, speech acts
    /// ("promised to pay", "denied the charges"), judgements ("called it a mistake").
    #[default]
    Statements,
    /// Everything that attributes. Also includes attitudes and actions towards a noun phrase
    /// ("backed the bill", "fears of war"), statements by nobody in particular ("is expected to",
    /// "reportedly", "it is unclear whether") and headlines ("Ruiz: tax cut to come"). A reported
    /// clause ends before what the writer adds at the end of its sentence: "said the pier was
    /// lost|, which opened in May".
    Attributions,
}

impl Scope {
    /// Whether a settled attribution is in this scope.
    pub(super) fn holds(self, syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
        self == Scope::Attributions || is_statement(syntax, attribution)
    }

    /// Keeps the settled attributions that are in this scope. If one is not, the quotations that
    /// continue it are kept, with its speaker: "Ruiz backed the bill. “It will save lives.”"
    pub(super) fn narrow(self, syntax: &Syntax<'_>, settled: &mut List<'_, Attribution>) {
        settled.retain_mut(|attribution| {
            self.holds(syntax, attribution) || keep_quotations(syntax, attribution)
        });
        if self == Scope::Statements {
            own_words::split(syntax, settled);
        }
    }
}

/// Whether a candidate could be in the default scope, judging by its cue and its frame. What is
/// inside one that could not is a statement by itself, in every scope: "voted to block a bill that
/// Ruiz says would help".
pub(super) fn may_be_statement(syntax: &Syntax<'_>, candidate: &Attribution) -> bool {
    let deed = |cue: &Cue| cue.part == Part::Verb && cue.is_deed();
    let said = candidate.frame.is_some_and(Frame::is_speech);
    let of_deed = candidate.head.and_then(|(_, cue)| cue).is_some_and(deed);
    (said || !of_deed) && !is_view_of_find(syntax, candidate)
}

/// Keeps only the speaker's own sentences in the content: those that continue the attribution, and
/// one that it introduces. Returns whether there are any.
fn keep_quotations(syntax: &Syntax<'_>, attribution: &mut Attribution) -> bool {
    let cue = attribution.cue;
    let thing = attribution.form == Form::NounPhrase;
    let led = attribution.content.iter().find_map(|&run| led_up_to(syntax, run)).filter(|_| thing);
    attribution.content.retain(|run| is_joined(syntax, cue, *run));
    match led {
        Some(quotation) => attribution.content.insert(0, quotation),
        None if attribution.content.is_empty() => return false,
        None => (attribution.cue, attribution.head) = (None, None),
    }
    (attribution.frame, attribution.kind) = (led.map(|_| Frame::Quote), Kind::Direct);
    (attribution.form, attribution.act) = (Form::Quotation, AttributionType::Communication);
    true
}

/// "uncovered what they believe is a wreck": what is found is what somebody says or believes it is.
fn is_view_of_find(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let content = attribution.content[0];
    let finds = |cue: &Cue| cue.is_deed() || cue.attribution_type(Form::Clause) == AttributionType::Fact;
    attribution.head.and_then(|(_, cue)| cue).is_some_and(finds)
        && syntax.opens_view(content.first(), content.stop())
}

/// “It will save lives” after "backed the bill": whether a piece of the content is a quotation in a
/// different sentence from the cue.
fn is_joined(syntax: &Syntax<'_>, cue: Option<Run>, run: Run) -> bool {
    let whole = syntax.quotation_ending_at(run.stop() - 1) == Some(run);
    let sentence = |i: usize| syntax.sentence_index(i);
    whole && cue.is_none_or(|cue| sentence(cue.first()) != sentence(run.first()))
}

/// "attacked the plan: “It will ruin us.”": the quotation at the end of a piece, after a colon.
fn led_up_to(syntax: &Syntax<'_>, run: Run) -> Option<Run> {
    let quotation = syntax.quotation_ending_at(run.stop() - 1)?;
    let colon = quotation.first().checked_sub(1).filter(|&colon| colon > run.first())?;
    (syntax.kind(colon) == Some(Token::Colon)).then_some(quotation)
}

/// Whether a reader would list it: somebody says it in words or clauses, performs a speech act, or
/// judges.
fn is_statement(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    if says_nothing(syntax, attribution)
        || is_named(syntax, attribution)
        || attribution.form == Form::Clause && is_name_alone(syntax, attribution)
        || is_of_thing(syntax, attribution)
        || is_view_of_find(syntax, attribution)
    {
        return false;
    }
    let cue = attribution.head.and_then(|(_, cue)| cue);
    let verb = cue.filter(|cue| cue.part == Part::Verb);
    let by_noun = || cue.is_some_and(|cue| gives_word(syntax, attribution, cue));
    let named = attribution.source.is_some();
    match attribution.form {
        Form::Quotation => true,
        Form::Clause if attribution.is_answer() => true,
        // "Writing in a post, Ruiz said …": only an adjunct
        Form::Clause if leads_up(syntax, attribution) && !holds_verb(syntax, attribution) => false,
        // "will answer that question": no clause
        Form::Clause if attribution.frame == Some(Frame::That) && !predicates(syntax, attribution) => false,
        Form::Clause if named => !is_headline(syntax, attribution),
        // a question that nobody asks is open rather than stated
        Form::Clause => {
            verb.is_some()
                && (attribution.frame != Some(Frame::Wh) || tells(syntax, attribution))
                && (is_announced(attribution) || !has_dummy(syntax, attribution))
        }
        Form::Infinitive | Form::Gerund => verb.map_or_else(
            || named && by_noun(),
            |verb| !verb.is_deed() && !is_topic(attribution, verb) && !is_in_title(syntax, attribution),
        ),
        Form::NounPhrase => {
            named
                && verb.map_or_else(by_noun, |verb| {
                    says_noun_phrase(syntax, attribution, verb) && !is_in_title(syntax, attribution)
                })
        }
    }
}

/// "jurors were told how he had hidden the key": a passive of telling, unlike "was asked why".
fn tells(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    attribution.group().is_some_and(|group| syntax.lexicon.name_of(group) == "tell")
}

/// "The shortage threatens to raise prices", "letters intended to please": a thing says only what
/// is in a clause or in quotation marks.
fn is_of_thing(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    matches!(attribution.form, Form::Infinitive | Form::Gerund | Form::NounPhrase)
        && attribution.kind == Kind::Indirect
        && attribution.source.is_some_and(|source| syntax.source_kind(source) == SourceKind::Thing)
}

/// "talked about selling the boat": only a topic. "Spoke of hearing a bang" says what was heard.
fn is_topic(attribution: &Attribution, verb: &Cue) -> bool {
    let of = || verb.rest() == [word!("of")];
    attribution.form == Form::Gerund && verb.is_of_thing() && !verb.rest().is_empty() && !of()
}

/// "Ruiz dismisses tax fears" as a title, above an article that repeats it.
fn is_in_title(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let indirect = attribution.kind == Kind::Indirect && attribution.form != Form::Infinitive;
    attribution.cue.is_some_and(|cue| indirect && is_title(syntax, cue.first()))
}

/// Whether this is a type of act done by speaking, such as saying or promising, and not by thinking
/// or knowing.
fn is_aloud(kind: AttributionType) -> bool {
    matches!(kind, AttributionType::Communication | AttributionType::Eventuality)
}

/// "made a solemn promise to", "issued a plea for": a noun of saying used as the object of a verb,
/// unlike "a supporter of", "his fear of".
fn gives_word(syntax: &Syntax<'_>, attribution: &Attribution, noun: &Cue) -> bool {
    let Some((head, _)) = attribution.head.filter(|_| noun.part == Part::Noun) else { return false };
    // "made an announcement about": the topic of the announcement
    if matches!(attribution.frame, Some(Frame::About | Frame::On)) && attribution.kind == Kind::Indirect {
        return false;
    }
    let object = syntax.object_start(head, syntax.sentence_start(head));
    let light = |&verb: &usize| syntax.tag(verb).is_verb() && syntax.lemma_is(verb, Class::Light);
    let verb = object.checked_sub(1).filter(light);
    is_aloud(noun.attribution_type(Form::Clause))
        && verb.is_some_and(|verb| attribution.cue.is_some_and(|cue| cue.indices().contains(&verb)))
}

/// Whether the noun phrase after a verb is what is said ("denied the charges", "called the plan a
/// mistake"), and not the target of an action or a topic ("attacked the fort", "called the police",
/// "discussed the plan").
fn says_noun_phrase(syntax: &Syntax<'_>, attribution: &Attribution, verb: &Cue) -> bool {
    // some of the words are the speaker's own
    let own = attribution.kind != Kind::Indirect && !is_titled(syntax, attribution);
    let judges = attribution.frame.is_some_and(Frame::judges);
    // "regarded it as a disgrace": a judgement counts as said
    let thinks = || verb.strength(Frame::Complement) > 0 && is_judged(syntax, attribution);
    let aloud = is_aloud(attribution.act) || is_verdict(syntax, attribution, verb) || thinks();
    if verb.is_deed() || !(aloud || judges) || strikes(syntax, attribution, verb) {
        return false;
    }
    // "which Moor described as a mistake": the thing judged comes before the cue
    if judges || verb.strength(Frame::As) + verb.strength(Frame::Complement) > 0 && is_parted(attribution) {
        return true;
    }
    // "calling himself Arden": a name
    if after_cue(attribution).is_some_and(|run| syntax.is(run.first(), Class::Reflexive)) {
        return false;
    }
    if verb.strength(Frame::Complement) > 0 {
        return is_judged(syntax, attribution);
    }
    own || !leads_up(syntax, attribution)
        && (!verb.is_of_thing()
            || gives_reason(syntax, attribution, verb)
            || makes_point(syntax, attribution)
            || threatens(syntax, attribution, verb)
            || confesses(syntax, attribution))
}

/// Whether the content has a finite verb.
fn holds_verb(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let verb = |i: usize| matches!(syntax.tag(i), Tag::Finite | Tag::Auxiliary);
    attribution.content.iter().any(|run| run.indices().any(verb))
}

/// Whether the content has a verb of any form: "that he resign".
fn predicates(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let verb = |i: usize| syntax.tag(i).is_verb() || syntax.tag(i) == Tag::Auxiliary;
    // "said that the water smells of oil": a form in -s after a singular is no noun; "the faith
    // that the town needs" is a relative clause
    let told = attribution.head.and_then(|(_, cue)| cue).is_some_and(|cue| cue.part == Part::Verb);
    let agrees = |i: usize| {
        let noun = syntax.tag(i) == Tag::Noun && matches!(syntax.tag(i - 1), Tag::Noun | Tag::Proper);
        noun && syntax.is(i, Class::VerbS) && !syntax.looks_plural(i - 1)
    };
    attribution.content.iter().any(|run| run.indices().any(verb) || told && run.indices().skip(2).any(agrees))
}

/// "Praising the nurses, Ruiz said …", "Ruiz, citing the cost, said …": a participle before its
/// subject, or between its subject and the verb, leads up to what the main clause says.
fn leads_up(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let (Some(source), Some(cue)) = (attribution.source, attribution.cue) else { return false };
    let inserted = source.stop() + 1 == cue.first()
        && syntax.tag(source.stop()) == Tag::Comma
        && syntax.tag(cue.first()) == Tag::Ing;
    inserted || after_cue(attribution).is_some_and(|content| source.start >= content.end)
}

/// "stressed the need for sleep": a noun phrase that expresses a clause, unlike "stressed the
/// cables".
fn makes_point(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let Some(run) = after_cue(attribution) else { return false };
    syntax.core_end(run.first(), run.stop()).is_some_and(|end| {
        syntax.is(end - 1, Class::Point) && syntax.is_one_of(end, words!["of", "for", "to", "that"])
    })
}

/// "threatened legal action": an act, unlike "threatened staff".
fn threatens(syntax: &Syntax<'_>, attribution: &Attribution, verb: &Cue) -> bool {
    let act = |run: Run| {
        let end = syntax.core_end(run.first(), run.stop());
        end.is_some_and(|end| syntax.is(end - 1, Class::Threat))
    };
    syntax.lexicon.name_of(verb.group) == "warn" && after_cue(attribution).is_some_and(act)
}

/// "admitted two counts of fraud", "admitted responsibility", unlike "admitted 40 patients".
fn confesses(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let Some((head, _)) = attribution.head else { return false };
    let offence = |run: Run| {
        let end = syntax.core_end(run.first(), run.stop()).unwrap_or(run.first());
        (run.first()..end).any(|i| syntax.is(i, Class::Offence))
    };
    syntax.lemma_is_one_of(head, words!["admit"]) && after_cue(attribution).is_some_and(offence)
}

/// "found the plot “thin and silly”": what somebody thinks of the object is in quotation marks.
fn is_verdict(syntax: &Syntax<'_>, attribution: &Attribution, verb: &Cue) -> bool {
    let quoted = |run: Run| {
        let mark = run.indices().find(|&i| syntax.text.quotations.starting_at(i).is_some());
        mark.filter(|&mark| mark > run.first()).is_some_and(|mark| {
            syntax.core_end(run.first(), mark) == Some(mark) && !is_titled(syntax, attribution)
        })
    };
    verb.strength(Frame::Complement) > 0 && after_cue(attribution).is_some_and(quoted)
}

/// "slammed a double", "slammed the door on talks": a blow, unlike "slammed the plan".
fn strikes(syntax: &Syntax<'_>, attribution: &Attribution, verb: &Cue) -> bool {
    let phrase =
        |i: &usize| !matches!(syntax.tag(*i), Tag::Preposition | Tag::Adverb | Tag::Possessive | Tag::Comma);
    let thing =
        |run: Run| run.indices().take_while(phrase).last().is_some_and(|i| syntax.is(i, Class::Struck));
    attribution.kind == Kind::Indirect
        && syntax.lexicon.name_of(verb.group) == "attack"
        && after_cue(attribution).is_some_and(thing)
}

/// "thanked the nurses for their work": a judgement with its reason is put into words; "thanked the
/// nurses" may not be.
fn gives_reason(syntax: &Syntax<'_>, attribution: &Attribution, verb: &Cue) -> bool {
    let reason = |i: usize| syntax.is_one_of(i, words!["for"]);
    syntax.lexicon.name_of(verb.group) == "urge"
        && after_cue(attribution).is_some_and(|run| run.indices().skip(1).any(reason))
}

/// "wrote a novel called “Quiet Water”": the only words in quotation marks are a title.
fn is_titled(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let mut quotations = attribution
        .content
        .iter()
        .flat_map(|run| run.indices())
        .filter_map(|i| syntax.text.quotations.starting_at(i).map(|quotation| quotation.run));
    quotations.next().is_some_and(|first| is_title_of_work(syntax, first)) && quotations.next().is_none()
}

/// Whether one piece of the content is before the cue and another after it.
fn is_parted(attribution: &Attribution) -> bool {
    let [first, .., last] = &attribution.content[..] else { return false };
    attribution.cue.is_some_and(|cue| first.end <= cue.start && cue.end <= last.start)
}

/// The piece of the content after the cue.
fn after_cue(attribution: &Attribution) -> Option<Run> {
    let end = attribution.cue.map_or(0, |cue| cue.end);
    attribution.content.iter().copied().find(|run| run.start >= end)
}

/// "called the plan a mistake", "deemed it “unsafe”": two phrases in a row, the second of which
/// judges the first. A single phrase is a name or a person: "a boat called “The Gull”", "called the
/// police".
fn is_judged(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let Some(run) = after_cue(attribution) else { return false };
    let first = run.first();
    // "called the plan politically motivated"
    let judges = |end: usize| {
        let adverbs = syntax.after_adverbs(end);
        adverbs < run.stop()
            && (matches!(syntax.tag(adverbs), Tag::Adjective | Tag::Mark)
                || adverbs > end && syntax.is(adverbs, Class::VerbParticiple))
    };
    // "the plan a mistake", but not "the police this week"
    let second = |k: usize| {
        syntax.tag(k) == Tag::Determiner
            && matches!(syntax.tag(k - 1), Tag::Noun | Tag::Proper | Tag::Object | Tag::Pronoun | Tag::That)
            && !syntax.is_time(k)
            && !is_nickname(syntax, k, run.stop())
    };
    // "the ruling unfair to farmers"
    let governs = |k: usize| {
        syntax.tag(k) == Tag::Adjective
            && matches!(syntax.tag(k - 1), Tag::Noun | Tag::Proper | Tag::Object)
            && syntax.tag(k + 1) == Tag::Preposition
    };
    // "the ruling nonsense"
    let verdict = |k: usize| syntax.is(k, Class::Verdict) && k + 1 == run.stop();
    syntax.tag(first) != Tag::Mark
        && (attribution.kind != Kind::Indirect
            || (first + 1..run.stop()).any(|k| second(k) || verdict(k))
            || syntax.phrase_end(first, run.stop()).is_some_and(judges)
            || (first + 1..run.stop()).any(governs))
}

/// "It was announced that", "…, it was announced": somebody unnamed said it aloud.
fn is_announced(attribution: &Attribution) -> bool {
    attribution.act == AttributionType::Communication
        && matches!(attribution.frame, Some(Frame::That | Frame::Post))
}

/// "it is unclear whether": whether the subject is a dummy, so that nobody speaks.
fn has_dummy(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    attribution.cue.is_some_and(|cue| syntax.is_one_of(cue.first(), words!["it"]))
}

/// "Ruiz: tax cut to come". Such a headline may also name the subject of the article: "Cycling:
/// Ruiz wins".
fn is_headline(syntax: &Syntax<'_>, attribution: &Attribution) -> bool {
    let colon = attribution.cue.map(Run::first).filter(|&i| syntax.kind(i) == Some(Token::Colon));
    colon.is_some_and(|i| attribution.kind != Kind::Direct && is_title(syntax, i))
}

/// Whether token `i` is in a title: the first of several blocks or a heading, without a full stop
/// at its end.
fn is_title(syntax: &Syntax<'_>, i: usize) -> bool {
    let first = syntax.block_index(i) == 0 && syntax.text.layout.blocks.len() > 1;
    let last = syntax.tag(syntax.block(i).stop() - 1);
    (first || syntax.kind_of_block(i) == BlockKind::Heading) && !matches!(last, Tag::End | Tag::Break)
}
