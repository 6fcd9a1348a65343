package io.heyue.core.understanding;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds English names by the words that introduce them. People write them in small letters and in
 * capitals as well; so what follows is a name unless it is one of the words that follow as often.
 */
final class Introduction {
  /** Words that follow "I'm", "it's" or "call me" and are nobody's name. */
  private static final String WORDS =
      "not|no|sorry|at|in|out|ill|the|a|an|on|going|back|here|there|that|this|it|its"
          + "|what|who|why|how|when|where|which|and|or|but|if|so|as|to|of|for|from|with"
          + "|without|by|about|after|before|again|later|now|today|tomorrow|tonight|soon"
          + "|just|only|still|already|always|never|ever|very|too|quite|really|all|both|none"
          + "|some|any|my|your|his|her|their|our|me|you|him|them|us|i|we|he|she|they|is|am"
          + "|are|was|were|be|been|do|did|does|done|have|has|had|can|will|would|could"
          + "|should|may|might|must|get|got|gone|give|pay|paid|paying|owe|up|down|off|over"
          + "|under|away|okay|ok|fine|good|bad|great|well|bit|right|wrong|true|false|sure"
          + "|unsure|ready|able|unable|happy|sad|sick|tired|fired|broke|poor|busy|late"
          + "|early|old|young|new|free|alone|lost|stuck|skint|short|afraid|aware|angry"
          + "|upset|mad|annoyed|hard|tough|easy|crazy|absurd|insane|silly|stupid|nuts"
          + "|enough|ridiculous|nonsense|rubbish|bullshit|fraud|scam|spam|theft|wife"
          + "|husband|mum|mom|dad|mother|father|brother|sister|son|daughter|doing|being"
          + "|dying|using|having|home|work|abroad|hospital|pregnant|disabled|single|married"
          + "|divorced|retired|unemployed|jobless|homeless|bankrupt|redundant|asleep|dead"
          + "|alive|monday|tuesday|wednesday|thursday|friday|saturday|sunday|please|thanks"
          + "|thank|yes|yeah|nope|trying|like|than|then|yet|more|less|much|many|most"
          + "|because|until|unless|between|asking|calling|speaking|driving|waiting|working"
          + "|struggling|nothing|something|anything|everything|someone|somebody|anyone"
          + "|nobody|money|debt|loan|account|bank|card|number|person|company|lender|matter"
          + "|case|problem|mistake|issue|important|urgent|impossible|possible|difficult"
          + "|alright|unfair|fair|expensive|cheap|overdrawn|overdue|awful|gonna|gunna|worse|worst|best"
          + "|cancer|illness|depression|anxiety|covid|weird|strange|private|clear|common|everywhere";

  /** Words that follow even "my name is" or "call me"; Will, May and Rich may be names there. */
  private static final String FEW =
      "not|no|sorry|wrong|incorrect|on|in|the|a|an|and|but|i|so|of|from|with|at|that|this|it|back"
          + "|later|tomorrow|today|tonight|now|when|whenever|anytime|after|before|again|please|if"
          + "|between|as|is|for|to|my|your|they|he|she|we|you|because|since|monday|tuesday|wednesday"
          + "|thursday|friday|saturday|sunday";

  /** By their ends others are no names either: struggling, worried, finally, helpful, furious. */
  private static final String ENDS =
      "[a-z]{3,}ing|[a-z]{4,}(?<!fr|dr)ed|[a-z]{4,}ly|[a-z]+(?:ful|less|ous|ment|ness|[ai]ble|tion)";

  private static final String SURE_NAME = "(?!(?:" + FEW + ")\\b)(?!i['’])[a-z][a-z'’-]{1,20}";

  private static final String NAME =
      "(?!(?:" + WORDS + "|" + ENDS + ")\\b)(?!i['’])[a-z][a-z'’-]{1,20}";

  /** What comes behind a name that somebody gives, and seldom behind another word. */
  private static final String BEHIND = "(?=\\s*(?:speaking|here|calling|and|but|[,.!?;]|$))";

  /** What stands in them is the name. */
  static final List<Pattern> NAMES =
      List.of(
          Pattern.compile(
              "(?i)(?<=\\b(?:name is|names|name's|name’s|i'm called|i am called|call me) )"
                  + SURE_NAME
                  + "(?: "
                  + SURE_NAME
                  + "){0,2}"),
          Pattern.compile(
              "(?i)(?<=\\b(?:this is|its|it's|it’s|it is|i'm|i’m|im|i am) )"
                  + NAME
                  + "(?: "
                  + NAME
                  + "){0,2}"
                  + BEHIND),
          Pattern.compile(
              "(?i)(?<=\\b(?:speaking with|speak to|speak with|talk to|talking to) )"
                  + NAME
                  + BEHIND),
          Pattern.compile(
              "(?<=\\b(?:[Ii]'m|[Ii]’m|[Ii] am|[Tt]his is|[Ii]t's|[Ii]t is|speaking with|speak to) )"
                  + "(?!(?i:"
                  + WORDS
                  + ")\\b)[A-Z][a-z'’-]{1,20}(?: [A-Z][a-z'’-]{1,20}){0,2}"));

  private Introduction() {}
}
