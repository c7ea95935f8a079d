import SpecModel

/// The checker: the last stage in front of everything that is made from a protocol.
enum Rules {
  /// Every rule, in the order of its code; the families are those of Docs/Language.md, "What the checker
  /// proves".
  static let all: [any Rule.Type] = [
    // 1. Socket types fit.
    SocketTypesMustFit.self, SenderMustBeAbleToSend.self, PUBNeverReceives.self, PAIRHasOnePeer.self,
    STREAMCarriesNoMessages.self, ProxyJoinsSocketsThatFit.self, SocketHasOneProxy.self, ProxiedSocketIsNoEnd.self,
    ProxyLooksAtNothing.self, RoundRobinReachesOneKindOfPeer.self,
    BothEndsAgreeOnSecurity.self,
    // 2. Delimiters reach REQ and REP.
    BothEndsAgreeOnTheDelimiter.self, DelimiterMustReachREPAndREQ.self, MessageHasAFrame.self,
    DelimiterIsWrittenOnce.self, EnvelopeHasOneLength.self,
    // 3. Routing ids are known.
    ROUTERKnowsWhomItAddresses.self, TwoROUTERsNeedSetRoutingIDs.self,
    RoutingIDIsAccepted.self,
    EveryInstanceHasItsOwnRoutingID.self, ROUTERSeesEachRoutingIDOnce.self, RoutingIDIsSeen.self,
    RestartedPeerIsHeard.self, ROUTERFindsItsAddressInFront.self, PeriodicMessageNeedsNoRoute.self,
    // 4. Lockstep.
    REQAlternates.self, REPAnswersOnce.self, REPNeverStarts.self, REQReceivesOnlyReplies.self, REQIsAnswered.self,
    NothingFollowsFinal.self, FinalProcessTakesPart.self, RepliesAgreeInAllChains.self,
    RequestIsAnsweredOnce.self, StreamNeedsDEALERAndROUTER.self, SilenceIsToldOfOnePeer.self,
    SilenceIsLongerThanABeat.self,
    // 5. Written frames match derived frames.
    WrittenFramesMatchDerivedFrames.self, LostMessageIsNotReceived.self,
    // 6. Dispatch is unambiguous.
    WireTypeNamesOneMessage.self, MessagesDifferInShape.self, ValueIsNoConstant.self,
    // 7. No chain gets stuck.
    NoChainGetsStuck.self, AlternativeIsKnown.self, LoopCanEnd.self, AlternativeHasOneDecider.self,
    LateMessageIsRecognised.self,
    // 8. Endpoints make sense.
    EachPairBindsAndConnects.self, ConnectReachesABind.self, EndpointIsBoundOnce.self,
    EveryInstanceBindsItsOwnEndpoint.self, WildcardsOnlyOnBind.self, TransportIsKnown.self, TCPPortIsWritten.self,
    IPCPathFits.self, INPROCStaysInOneProcess.self, BindNeedsALocalAddress.self, SecurityNeedsTCPOrIPC.self,
    ZAPHandlerAnswers.self,
    // 9. Subscriptions match.
    TopicIsMadeOfFields.self, SubscribedPrefixCanMatch.self, DeliveredTopicIsSubscribed.self,
    PrefixCatchesOnlyWhatIsMeant.self,
    UpstreamFrameIsNoSubscription.self, ConflateKeepsOneFrame.self, InvertedMatchingAgrees.self,
    EachPrefixAddsSomething.self,
    // 10. Names work.
    NamesDifferInSwift.self, NamesLeaveRoomForGeneratedCode.self, EverythingDeclaredIsUsed.self,
    ListLayoutHasNoKeywords.self, ObjectLayoutOwnsItsTypeKey.self, OptionalArgumentsComeLast.self,
    RefusalCanBeMade.self, RefusalCanBeSent.self, LayoutWritesTheWholeMessage.self, LayoutFieldIsNoArgument.self,
    SpreadMembersDiffer.self, UnionTagIsNoField.self, SinceIsReached.self, OnePartOfAMessageVaries.self,
    PeriodicMessageCanBeMade.self, LayoutWritesEachPartOnce.self, RefusalIsNoRequest.self,
    // 11. Values fit.
    DefaultFitsItsType.self, ExampleFitsItsType.self, ConstraintFitsItsType.self, BoundsLeaveRoom.self,
    PatternCanBeRead.self,
    ConstantFitsItsCodec.self, WireTypeFitsItsCodec.self, FieldFitsItsCodec.self, SourceFitsItsType.self,
    CauseHasTheField.self, SignatureCoversTheMessage.self, FixedFieldFitsItsType.self, OptionIsNoTrap.self,
    OptionHasAnEffect.self, SignatureStandsAlone.self, SignatureIsNotSigned.self,
  ]

  /// What every rule finds, in the order of the file.
  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    all.flatMap { $0.check(spec) }.inSourceOrder()
  }
}
