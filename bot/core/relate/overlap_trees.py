"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

BIAS = -2.42099
LINES = """\
asks_the_same 0.5 1 8|unique 0.609062 2 5|b_cancel -3.33172 3 4|-0.07084|0.004688|v_other_signature 0.5 6 7|-0.04288|0.1874|other_asks_the_same 0.5 9 10|0.03628|0.5691
other_asks_the_same 0.5 1 8|subject_of_other 0.115862 2 5|cosine_lead 0.111046 3 4|-0.07191|-0.02006|b_cancel -6.72021 6 7|-0.03906|0.09609|0.377
other_asks_the_same 0.5 1 8|subject_of_other 0.115862 2 5|b_none -1.65077 3 4|-0.06708|0.01118|unique 0.805146 6 7|-0.02132|0.1546|0.2852
fields_shared 2.5 1 8|covered 0.167105 2 5|cosine_lead 0.187238 3 4|-0.06862|0.01119|signed_apart 0.5 6 7|-0.03335|0.1691|cosine 0.107434 9 12|b_none -6.70592 10 11|0.01435|-0.02588|0.2432
asks_the_same 0.5 1 8|subject_of_other 0.115862 2 5|b_reminder -1.88223 3 4|-0.06676|0.01832|shared_weight 0.482127 6 7|-0.02465|0.104|own_office 0.5 9 12|substance 0.0604215 10 11|0.01905|0.2128|0.002464
other_asks_the_same 0.5 1 8|cosine 0.109663 2 5|b_reminder -1.88223 3 4|-0.07113|0.01808|v_other_signature 0.5 6 7|-0.04996|0.08793|substance_shared 2.5 9 10|0.03161|0.1807
asks_the_same 0.5 1 8|unique 0.609062 2 5|b_reminder -1.88223 3 4|-0.06706|0.01784|signed_apart 0.5 6 7|-0.03788|0.1378|who 2.5 9 12|substance 0.0604215 10 11|0.01781|0.1651|0.0006244
asks_the_same 0.5 1 8|covered 0.181227 2 5|fields_shared 2.5 3 4|-0.06607|0.01914|signed_apart 0.5 6 7|-0.04586|0.115|quiet_hours 101.0 9 12|subject 0.0597442 10 11|0.03171|0.1534|0.01751
asks_the_same 0.5 1 8|cosine_lead 0.111046 2 5|b_reminder -1.88223 3 4|-0.06978|0.01847|own_office 0.5 6 7|0.06192|-0.05146|own_office 0.5 9 12|substance 0.0604215 10 11|0.01528|0.1372|-0.0008023
other_asks_the_same 0.5 1 8|cosine_lead 0.111046 2 5|b_reminder -1.88223 3 4|-0.06931|0.01823|signed_apart 0.5 6 7|-0.04566|0.06854|office_apart 0.5 9 10|0.02991|0.1277
cosine 0.109663 1 6|when_lead 0.5 2 3|-0.06888|columns 0.134856 4 5|-0.03679|0.03493|own_office 0.5 7 10|unique 0.240173 8 9|0.03064|0.125|who_lead -0.75 11 12|0.005084|-0.05148
asks_the_same 0.5 1 8|cosine_lead 0.111046 2 5|b_reminder -1.88223 3 4|-0.06841|0.01858|own_office 0.5 6 7|0.04502|-0.04896|own_office 0.5 9 10|0.1082|-0.0006662
asks_the_same 0.5 1 8|unique 0.609062 2 5|b_duplicate -3.78344 3 4|-0.06472|-0.02518|office_known 0.5 6 7|0.105|-0.03425|quiet_hours 101.0 9 12|subject 0.0597442 10 11|0.0204|0.1097|0.008369
cosine_lead 0.111046 1 8|b_new -1.2925 2 5|when 1.5 3 4|-0.01297|0.02372|columns 1.66875 6 7|-0.06768|0.00211|own_office 0.5 9 12|columns 0.0370879 10 11|0.01196|0.1002|who_lead -0.75 13 14|0.004876|-0.04878
cosine_lead 0.111046 1 6|moment 0.5 2 3|-0.06713|concepts 0.55 4 5|-0.03773|0.03598|concepts 0.55 7 10|unique 0.609062 8 9|-0.04975|0.0496|v_next_of_series 0.5 11 12|0.09959|-0.02048
cosine_lead 0.111046 1 6|when 1.5 2 3|-0.06663|concepts 0.55 4 5|-0.03705|0.03541|who 3.5 7 10|quiet_hours 53.1667 8 9|0.09265|0.004376|-0.04707
other_asks_the_same 0.5 1 8|contain 0.0963526 2 5|b_reminder -1.88223 3 4|-0.06612|0.02181|quiet_hours 18.5 6 7|0.05415|-0.03593|substance_shared 2.5 9 10|0.01491|0.08774
asks_the_same 0.5 1 8|substance 0.107972 2 5|b_update -2.05694 3 4|-0.06346|-0.001963|own_office 0.5 6 7|0.03738|-0.04422|own_office 0.5 9 12|other_asks_the_same 0.5 10 11|0.01182|0.08345|-0.002896
cosine_lead 0.111046 1 6|when_lead 0.5 2 3|-0.0655|columns 0.134856 4 5|-0.02929|0.03314|concepts 0.55 7 10|signed_apart 0.5 8 9|-0.04766|0.02024|quiet_hours 101.0 11 12|0.08917|-0.005527
concepts 0.633333 1 6|substance_lead 0.127213 2 3|-0.06569|columns 0.134856 4 5|-0.02928|0.05849|covered 0.0895527 7 10|covered 0.00704661 8 9|0.02641|-0.03223|quiet_hours 101.0 11 12|0.08317|-0.008009
cosine 0.109663 1 8|b_new -1.2925 2 5|quiet_hours 20.6667 3 4|-0.009152|0.02474|cosine_lead 0.101641 6 7|-0.0642|-0.01169|who_tell 3.5 9 12|unique 0.240173 10 11|0.003898|0.07761|-0.04422
concepts 0.633333 1 8|covered 0.207016 2 5|period_same 0.5 3 4|-0.06189|0.01905|office_known 0.5 6 7|0.05527|-0.03045|margin 0.0963785 9 12|cosine_lead 0.01834 10 11|0.02671|-0.03878|who 3.5 13 14|0.07429|-0.02087
concepts 0.633333 1 6|shared_weight 0.336771 2 3|-0.06455|office_known 0.5 4 5|0.04638|-0.04167|cosine_lead 0.10814 7 10|named_day 0.5 8 9|-0.03957|0.03339|quiet_hours 101.0 11 12|0.07584|-0.007532
margin 0.0963785 1 4|b_none -1.65077 2 3|-0.06348|0.02298|who 1.75 5 8|fields_shared 1.5 6 7|0.01024|0.0686|unique 0.783268 9 10|-0.0462|0.00863
cosine_lead 0.111046 1 6|b_none -1.65077 2 5|fields_shared 2.5 3 4|-0.06259|-0.007956|0.02274|quiet_hours 53.1667 7 10|who 1.75 8 9|0.06935|-0.01968|cosine_lead 0.326226 11 12|-0.0335|0.01833
other_asks_the_same 0.5 1 8|shared_weight 0.241968 2 5|b_reminder -1.88223 3 4|-0.06245|0.02212|quiet_hours 18.5 6 7|0.04647|-0.03441|substance_shared 2.5 9 10|0.008667|subject_of_other 0.0597442 11 12|0.01203|0.06895
concepts 0.633333 1 8|fields_special 0.5 2 5|unique 0.675307 3 4|-0.06419|0.0129|substance_shared 3.5 6 7|-0.01956|0.05289|unique 0.328328 9 12|fields_special 0.5 10 11|-0.02228|0.04132|subject_of_other 0.0597442 13 14|-0.01343|0.0741
unique 0.345332 1 8|substance 0.205795 2 5|fields 0.80625 3 4|-0.05425|0.02906|columns 1.03333 6 7|-0.02495|0.04683|who_lead 1.25 9 12|n_sources 4.5 10 11|0.06699|-0.0144|demand 4.5 13 14|-0.03231|0.002408
concepts 0.633333 1 6|substance_shared 3.5 2 3|-0.0624|office_known 0.5 4 5|0.02994|-0.03685|cosine_lead 0.10814 7 10|when 1.5 8 9|-0.03535|0.03321|quiet_hours 101.0 11 12|0.06333|-0.007914
cosine_lead 0.111046 1 6|b_reminder -1.88223 2 5|columns 1.66875 3 4|-0.0603|0.001598|0.02317|same_opener 0.5 7 10|unique 0.240173 8 9|-0.001841|0.05907|-0.0407
concepts 0.633333 1 6|shared_weight 0.336771 2 3|-0.06097|quiet_hours 29.0 4 5|0.03477|-0.03774|quiet_hours 26.0 7 10|m_length 1.5 8 9|-0.01273|0.06758|shared_weight 0.632429 11 12|-0.02978|0.03147
other_asks_the_same 0.5 1 8|covered 0.200886 2 5|fields_shared 2.5 3 4|-0.05023|0.02288|subject 0.195877 6 7|0.06953|-0.03002|subject 0.0597442 9 10|0.005172|quiet_hours 51.8333 11 12|0.06733|0.007363
concepts 0.633333 1 6|substance 0.127213 2 3|-0.05948|columns 0.134856 4 5|-0.02611|0.04459|quiet_hours 26.0 7 10|m_length 1.5 8 9|-0.01274|0.06429|other_asks_the_same 0.5 11 12|-0.02678|0.02981
concepts 0.633333 1 6|unique 0.609062 2 3|-0.05915|who 1.25 4 5|0.0453|-0.02514|contain 0.0963526 7 10|cosine_lead 0.01834 8 9|0.02738|-0.03267|who_tell 3.5 11 12|0.05119|-0.01943
margin 0.0963785 1 4|b_none -1.65077 2 3|-0.05795|0.02515|own_office 0.5 5 8|b_cancel -6.81065 6 7|-0.005477|0.05353|subject 0.0819248 9 10|0.007872|-0.04135
other_asks_the_same 0.5 1 8|covered 0.200886 2 5|m_fields 4.5 3 4|-0.06148|0.01084|b_cancel -6.76021 6 7|-0.03742|0.04092|subject 0.0597442 9 10|0.002658|unique 0.140591 11 12|0.004636|0.06082
unique 0.609062 1 8|concepts 0.633333 2 5|columns 1.08141 3 4|-0.05953|-0.0004221|quiet_hours 26.0 6 7|0.03945|-0.01439|signed_apart 0.5 9 12|contain 0.250154 10 11|0.01434|-0.03374|covered 0.110367 13 14|-0.01382|0.06551
concepts 0.633333 1 6|substance_shared 3.5 2 3|-0.05793|m_formal 2.5 4 5|-0.02926|0.03085|quiet_hours 26.0 7 10|same_sender 0.5 8 9|0.05497|-0.01227|columns 3.46667 11 12|-0.02462|0.03704
fields_special 0.5 1 8|unique 0.675307 2 5|m_length 3.5 3 4|-0.05201|0.03752|office_known 0.5 6 7|0.04955|-0.02224|b_cancel -6.81065 9 12|b_duplicate -6.69391 10 11|0.03788|-0.05094|over_days 0.0138889 13 14|0.06952|-0.01182
other_asks_the_same 0.5 1 8|unique 0.675307 2 5|m_length 3.5 3 4|-0.04828|0.03426|who_lead -0.75 6 7|0.05801|-0.01645|office_apart 0.5 9 10|-0.003554|b_cancel -6.87363 11 12|0.00917|0.05739
cosine 0.109663 1 4|b_none -1.65077 2 3|-0.0527|0.02564|own_office 0.5 5 8|concepts 0.366667 6 7|-0.001782|0.04489|subject 0.101978 9 10|0.006752|-0.03827
concepts 0.633333 1 6|contain 0.130529 2 3|-0.05467|e_update 0.5 4 5|-0.02082|0.04006|quiet_hours 26.0 7 10|same_sender 0.5 8 9|0.05125|-0.01106|columns 3.46667 11 12|-0.02388|0.03328
cosine 0.109663 1 4|b_reminder -1.88223 2 3|-0.05131|0.02398|signed_apart 0.5 5 8|due_hours 102.833 6 7|0.02791|-0.04806|quiet_hours 22.25 9 10|0.05542|0.001656
margin 0.0963785 1 4|b_reminder -1.88223 2 3|-0.0531|0.02557|quiet_hours 29.0 5 8|stranger_named 0.5 6 7|-0.01364|0.04829|concepts 0.775 9 10|-0.04662|0.01671
concepts 0.633333 1 8|unique 0.609062 2 5|fields 0.5375 3 4|-0.0555|0.001115|stranger_named 0.5 6 7|-0.02862|0.03976|quiet_hours 26.0 9 12|m_length 1.5 10 11|-0.01561|0.05038|shared_weight 0.632429 13 14|-0.02781|0.02325
cosine_lead 0.111046 1 6|when_lead 0.5 2 3|-0.05172|fields 0.134856 4 5|-0.01214|0.02955|b_cancel -6.81065 7 10|other_asks_the_same 0.5 8 9|-0.04676|0.01668|opener_group 0.5 11 12|0.04432|-0.02007
other_asks_the_same 0.5 1 8|unique 0.675307 2 5|m_length 3.5 3 4|-0.0456|0.03427|b_cancel -6.76209 6 7|-0.03681|0.04515|office_apart 0.5 9 10|-0.005973|mailbox_apart 0.5 11 12|0.05115|0.00964
concepts 0.633333 1 8|unique 0.609062 2 5|population 1.5 3 4|-0.05386|0.001039|stranger_named 0.5 6 7|-0.02855|0.03655|b_new 3.78021 9 12|demand 1.5 10 11|-0.002903|0.05741|b_new 5.5022 13 14|-0.03163|0.03615
concepts 0.633333 1 8|unique 0.609062 2 5|fields 0.5375 3 4|-0.05313|0.001159|who_lead -0.75 6 7|0.04449|-0.01629|b_cancel -6.81065 9 12|b_new 5.90289 10 11|-0.05189|0.02565|quiet_hours 101.0 13 14|0.05139|-0.006736
fields_special 0.5 1 8|unique 0.675307 2 5|m_length 3.5 3 4|-0.04768|0.03546|opener_group 0.5 6 7|0.03392|-0.01932|m_length 1.5 9 12|who 0.25 10 11|-0.03047|0.01334|n_sources 4.5 13 14|0.04726|-0.01482
cosine_lead 0.111046 1 4|b_reminder -1.88223 2 3|-0.04713|0.02309|who 3.5 5 8|concepts 0.366667 6 7|-0.004423|0.03429|-0.03151
fields_special 0.5 1 8|cosine 0.264276 2 5|m_length 3.5 3 4|-0.03762|0.03237|signed_apart 0.5 6 7|-0.01339|0.04026|b_cancel -6.81065 9 12|m_level 2.5 10 11|-0.04227|0.01542|substance_shared 2.5 13 14|-0.00571|0.05725
fields_special 0.5 1 8|b_new 2.96138 2 5|b_duplicate -3.77165 3 4|0.03981|-0.01983|covered 0.239443 6 7|-0.04142|0.01362|b_cancel -6.81065 9 12|b_reminder -6.88103 10 11|0.02615|-0.05139|due_hours 223.0 13 14|0.05864|-0.00714
concepts 0.633333 1 6|substance_shared 3.5 2 3|-0.04981|stranger_named 0.5 4 5|-0.03011|0.02503|who 3.5 7 10|b_new 3.78021 8 9|0.05149|0.009713|-0.01697
quiet_hours 29.0 1 8|fields 0.134856 2 5|substance 0.267546 3 4|-0.02889|0.01726|subject_of_other 0.0597442 6 7|-0.005068|0.04924|shared_weight 0.632429 9 12|e_duplicate 0.5 10 11|0.001914|-0.05146|subject 0.277787 13 14|0.02748|-0.01793
unique 0.261941 1 8|m_length 3.5 2 5|fields_special 0.5 3 4|-0.05282|0.006877|quiet_hours 23.6667 6 7|0.04296|-0.004703|subject_of_other 0.0597442 9 12|quiet_hours 162.667 10 11|-0.03764|0.002608|owner_named 0.5 13 14|0.04173|-0.01428
subject_of_other 0.0597442 1 8|b_new -1.2925 2 5|v_own_subject 0.5 3 4|-0.001974|0.02504|m_formal 3.5 6 7|-0.04506|0.00953|quiet_hours 29.0 9 12|shared_weight 0.251836 10 11|-0.01642|0.0387|concepts 0.775 13 14|-0.04128|0.009758
cosine_lead 0.111046 1 6|b_reminder -1.88223 2 5|columns 1.66875 3 4|-0.04528|-0.002129|0.02238|b_cancel -6.81065 7 10|b_reminder -6.88103 8 9|0.009959|-0.05|own_office 0.5 11 12|0.03784|-0.02287
subject_of_other 0.0597442 1 6|fields 0.80625 2 5|b_none -1.65077 3 4|-0.04461|0.02363|0.01647|quiet_hours 29.0 7 10|columns 0.134856 8 9|-0.007513|0.04463|concepts 0.775 11 12|-0.0405|0.009169
other_asks_the_same 0.5 1 8|b_new 3.2751 2 5|subject_of_other 0.0597442 3 4|-0.01076|0.0404|m_length 3.5 6 7|-0.03548|0.01757|unique 0.140591 9 12|fields 0.80625 10 11|-0.0212|0.02085|subject_of_other 0.0671816 13 14|-0.004718|0.04382
concepts 0.45 1 8|covered 0.275108 2 5|fields 0.19375 3 4|-0.05107|0.00599|signed_apart 0.5 6 7|-0.01077|0.03203|b_cancel -6.81065 9 12|b_reminder -6.88103 10 11|0.01443|-0.04913|quiet_hours 101.0 13 14|0.0427|-0.01112
other_asks_the_same 0.5 1 6|b_cancel -6.78427 2 3|-0.04681|m_fields 4.5 4 5|-0.01962|0.03599|subject 0.0597442 7 8|-0.00432|unique 0.140591 9 10|-0.005062|0.04356
concepts 0.633333 1 6|substance_lead 0.127213 2 3|-0.04384|fields 0.134856 4 5|-0.01819|0.02974|b_new 3.78021 7 10|who_lead -1.75 8 9|-0.002329|0.05147|b_reminder -6.8711 11 12|0.03352|-0.02703
unique 0.675307 1 8|fields_shared 2.5 2 5|m_length 3.5 3 4|-0.0422|0.03132|concepts 0.708333 6 7|-0.02335|0.0291|subject_of_other 0.0597442 9 12|due_hours 102.833 10 11|0.001522|-0.02989|b_cancel -6.81875 13 14|-0.004364|0.04917
quiet_hours 29.0 1 8|columns 0.134856 2 5|covered 0.275108 3 4|-0.03262|0.0221|subject_of_other 0.0597442 6 7|-0.002032|0.0407|columns 3.61731 9 12|shared_weight 0.759128 10 11|-0.0516|0.006785|0.02411
fields_special 0.5 1 8|unique 0.675307 2 5|b_reminder -5.25844 3 4|-0.03955|0.0191|who_lead -0.75 6 7|0.03895|-0.01172|b_cancel -6.81065 9 12|b_reminder -6.88103 10 11|0.0195|-0.04498|substance_shared 2.5 13 14|-0.004228|0.04715
concepts 0.633333 1 8|unique 0.609062 2 5|columns 1.08141 3 4|-0.04445|0.0003374|phrase_lead 2.5 6 7|0.02359|-0.01864|b_cancel -6.81065 9 12|b_reminder -6.88103 10 11|0.0144|-0.04505|who 3.5 13 14|0.04093|-0.01251
unique 0.261941 1 6|fields 0.80625 2 5|m_length 3.5 3 4|-0.04616|0.03504|0.02114|subject_of_other 0.0597442 7 10|subject 0.0208536 8 9|0.002616|-0.03275|concepts 0.366667 11 12|0.0007994|0.03848
other_asks_the_same 0.5 1 8|b_update -3.26543 2 5|b_cancel -6.78427 3 4|-0.04395|-0.005884|b_cancel -4.98499 6 7|0.03304|-0.01097|subject 0.0597442 9 10|-0.004445|owner_named 0.5 11 12|0.03452|-0.0008341
quiet_hours 29.0 1 8|columns 0.134856 2 5|covered 0.275108 3 4|-0.0309|0.02108|due_hours 199.833 6 7|0.03902|-0.007109|concepts 0.775 9 10|-0.0455|other_asks_the_same 0.5 11 12|-0.01283|0.02443
b_cancel -6.81013 1 8|substance 0.267546 2 5|covered 0.358652 3 4|-0.04621|-0.0004271|m_fields 3.5 6 7|-0.00787|0.01902|cosine 0.102467 9 12|b_reminder -1.88223 10 11|-0.03461|0.02043|own_office 0.5 13 14|0.03287|-0.02066
substance_shared 2.5 1 6|b_none -1.65077 2 5|columns 1.6 3 4|-0.04181|0.003456|0.02147|v_other_signature 0.5 7 10|fields_special 0.5 8 9|-0.0274|-0.0004935|b_cancel -6.83399 11 12|-0.01033|0.03484
quiet_hours 29.0 1 8|columns 0.134856 2 5|m_recurs 0.5 3 4|-0.02667|0.01745|updated 0.5 6 7|0.03369|-0.007385|fields 0.908333 9 12|unique 0.748153 10 11|-0.04499|0.003855|0.01919
concepts 0.633333 1 8|covered 0.275108 2 5|fields_special 0.5 3 4|-0.04241|0.01534|v_other_signature 0.5 6 7|-0.01075|0.02802|b_cancel -6.81065 9 12|b_new 5.90289 10 11|-0.04326|0.01803|who 3.5 13 14|0.03651|-0.01191
b_cancel -6.81013 1 8|substance 0.267546 2 5|who_lead 0.25 3 4|-0.04331|0.004146|fields 0.341667 6 7|-0.0087|0.01978|unique 0.675307 9 12|m_length 3.5 10 11|-0.0185|0.03251|office_known 0.5 13 14|0.04582|-0.01207
fields 0.854167 1 8|subject_of_other 0.0618718 2 5|b_reminder -1.88223 3 4|-0.03808|0.02102|unique 0.261941 6 7|-0.03022|0.02156|0.03157
quiet_hours 29.0 1 8|fields 0.134856 2 5|covered 0.275108 3 4|-0.029|0.01895|m_length 1.5 6 7|-0.01678|0.0327|population 1.5 9 12|fields 0.854167 10 11|-0.03792|0.01063|m_stated 0.5 13 14|-0.005788|0.01929
b_cancel -6.81013 1 8|substance_lead 0.273605 2 5|b_new 6.04035 3 4|-0.04655|-0.002626|columns 0.497619 6 7|-0.008604|0.01719|concepts 0.633333 9 12|covered 0.207016 10 11|-0.02984|0.01942|same_opener 0.5 13 14|0.03475|-0.01159
other_asks_the_same 0.5 1 8|b_new 3.2751 2 5|who_lead -1.75 3 4|-0.01763|0.03433|m_fields 5.5 6 7|-0.03474|0.01622|office_apart 0.5 9 10|-0.008325|concepts 0.708333 11 12|-0.004708|0.0372
other_asks_the_same 0.5 1 8|b_new 3.2751 2 5|b_duplicate -3.32577 3 4|0.02936|-0.01388|phrase_lead 0.5 6 7|-0.004056|-0.03886|subject 0.0597442 9 10|-0.005282|unique 0.140591 11 12|-0.005709|0.03593
"""
