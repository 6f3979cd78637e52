//! The templates that Kith begins with.

use super::DraftSort;

/// Subject and text.
pub(super) const fn usual(sort: DraftSort) -> (&'static str, &'static str) {
    match sort {
        DraftSort::Connection => (
            "",
            "Hello {first name},\n\n\
             We met at {where we met}. It was good to talk {when we talked}. We both know {whom we both know}. \
             We share an interest in {shared interest}. Shall we stay in touch?\n\n\
             {my name}",
        ),
        DraftSort::CheckIn => (
            "Thinking of you",
            "Dear {first name},\n\n\
             I thought of you, wondered how you are, and would like to catch up. \
             I came across {something to share} and kept it for you: {its link} \n\n\
             How are things at {organisation}? A short word is enough, whenever it suits you.\n\n\
             {my name}",
        ),
        DraftSort::Congratulation => (
            "{new role}: congratulations",
            "Dear {first name},\n\n\
             I saw that you are {new role} since {since when}. Congratulations, and well deserved. \
             I would be glad to hear how it is going, once the first weeks are done.\n\n\
             {my name}",
        ),
        DraftSort::Thanks => (
            "Thank you",
            "Dear {first name},\n\n\
             Thank you for {what they gave}. It helped, and I have not forgotten it. \
             If there is something that I can do for you, tell me.\n\n\
             {my name}",
        ),
        DraftSort::Offer => (
            "{what they look for}",
            "Dear {first name},\n\n\
             You mentioned that you look for {what they look for}. \
             I can help with {what I offer}. \
             I know somebody who offers {what somebody I know offers}, and could ask whether they would like to meet you. \
             Would that be of use?\n\n\
             {my name}",
        ),
        DraftSort::FollowUp => (
            "After our talk",
            "Dear {first name},\n\n\
             I enjoyed seeing you at {where we last met}. \
             It was good to talk {when we talked}. \
             This stayed with me from there: {what I noted there}. \
             What I said I would do is not forgotten: {what I promised}. \
             You kindly said that you would look into this: {what they promised}. \
             I came across {something to share} and kept it for you. \
             How did it go on from there?\n\n\
             {my name}",
        ),
        DraftSort::IntroductionAsk => (
            "Would you like to meet {the other person}?",
            "Dear {first name},\n\n\
             I know somebody whom you may like to meet. \
             It is {the other person}. \
             What they do: {what the other does}.\n\n\
             {why}\n\n\
             Is that a yes, a no, or not now? A no is fine; I would only like to know.\n\n\
             {my name}",
        ),
        DraftSort::IntroductionWayIn => (
            "{the other person}",
            "Dear {first name},\n\n\
             I would like to meet {the other person}. \
             What they do: {what the other does}. \
             As far as I know, {who is between} could ask them, and you know {who is between}.\n\n\
             {why}\n\n\
             Would you ask, if it feels right? A no is fine.\n\n\
             {my name}",
        ),
        DraftSort::IntroductionForward => (
            "{my name}",
            "Dear {whom they ask},\n\n\
             Somebody I know would like to meet {whom I want to meet}. \
             It is {my name}.\n\n\
             Here is why, in their words: {why}\n\n\
             Is that a yes, a no, or not now? A no is fine.\n\n\
             {first name}",
        ),
        DraftSort::IntroductionMake => (
            "{first name}, meet {the other’s first name}",
            "Dear {first name},\n\
             dear {the other’s first name},\n\n\
             You both said yes, so here you are.\n\n\
             {first name}: {what they do}.\n\
             {the other’s first name}: {what the other does}.\n\n\
             {why}\n\n\
             I leave you to it.\n\n\
             {my name}",
        ),
        DraftSort::IntroductionAskAgain => (
            "Would you like to meet {the other person}?",
            "Dear {first name},\n\n\
             {when I asked} I asked whether I may introduce you to somebody. \
             It is {the other person}. \
             I come back to it once, and leave it at that.\n\n\
             {why}\n\n\
             Would it suit you now? A no is as good as a yes.\n\n\
             {my name}",
        ),
        DraftSort::IntroductionWayInAgain => (
            "{the other person}",
            "Dear {first name},\n\n\
             {when I asked} I asked about an introduction to {the other person}. \
             I come back to it once, and leave it at that.\n\n\
             {why}\n\n\
             Would it feel right by now? A no is fine, and thank you for having thought about it.\n\n\
             {my name}",
        ),
        DraftSort::IntroductionNo => (
            "The introduction",
            "Dear {first name},\n\n\
             {when I asked} we spoke of an introduction. \
             I asked, and it does not fit at present; that has nothing to do with you.\n\n\
             Thank you for being open to it. I keep it in mind, and tell you when I know of somebody else.\n\n\
             {my name}",
        ),
        DraftSort::FirstMeeting => (
            "Twenty minutes",
            "Dear {first name},\n\n\
             We met at {where we met}. We both know {whom we both know}. \
             I would like to hear what you do at {organisation}. \
             Would twenty minutes suit you, in the next weeks? I will come with two questions and keep to the time.\n\n\
             {my name}",
        ),
        DraftSort::FirstOffer => (
            "Something that may help",
            "Dear {first name},\n\n\
             We met at {where we met}. \
             You look for {what they look for}, and I can help with {what I offer}. \
             I know somebody who offers {what somebody I know offers}, and could ask whether they would like to meet you. \
             If there is something else that would make your work easier, tell me. Nothing is asked in return.\n\n\
             {my name}",
        ),
        DraftSort::FirstQuestion => (
            "A question",
            "Dear {first name},\n\n\
             We met at {where we met}. \
             There is something that I am working on, and your view from {organisation} would help me. \
             May I send you one question? A short answer is enough.\n\n\
             {my name}",
        ),
        DraftSort::FirstFinding => (
            "{something to share}",
            "Dear {first name},\n\n\
             We met at {where we met}. \
             I came across {something to share} and thought of you: {its link} \n\n\
             I hope that it is of use. I would like to hear what you make of it.\n\n\
             {my name}",
        ),
        DraftSort::FirstSitIn => (
            "Listening in",
            "Dear {first name},\n\n\
             We met at {where we met}. \
             I would like to understand how your work is done at {organisation}. \
             Might I sit in on one of your meetings, only to listen? If that does not suit, say so freely.\n\n\
             {my name}",
        ),
    }
}
